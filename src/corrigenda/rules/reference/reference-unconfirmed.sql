-- Something printed in an article is compared with a cell in the reference that nobody has confirmed.
--
-- Why it happens: A row was written from general knowledge, or its sources disagree. A finding that rests on such
-- a cell is never certain.
--
-- What is judged: The rule looks at each term, amount, dated event and name in use that something printed is
-- compared with. It reports every cell that a verdict can rest on and that nobody has confirmed. Rows that no
-- article uses are not reported.
--
-- To settle: Find a source for the cell, name it in the row and mark the cell as confirmed.
--
-- since: 0.1.0
-- severity: note
-- subject: reference
-- judges: compared_rows by used_id
-- places: {table_name}[row_id].{fields} basis
-- message: {label} is used, but nobody has confirmed this: {unconfirmed}
SELECT
    compared.used_id,
    'certain' AS verdict,
    NULL AS reason,
    compared.label,
    compared.table_name,
    compared.row_id,
    array_agg(cell.field) AS fields,
    string_agg(cell.words, ' and ' ORDER BY cell.place) AS unconfirmed
FROM compared_rows AS compared
JOIN unconfirmed_cells AS cell ON cell.table_name = compared.table_name AND cell.row_id = compared.row_id
GROUP BY compared.used_id, compared.label, compared.table_name, compared.row_id
