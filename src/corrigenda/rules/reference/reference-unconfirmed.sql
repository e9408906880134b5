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
-- judges: compared_flags by flag_id
-- places: {table_name}[row_ids].{field} basis
-- message: nobody has confirmed the {words} in {cells:count row} of the reference that articles use: {labels}[;
--   and {more} more]
WITH unconfirmed AS (
    SELECT
        compared.table_name,
        compared.row_id,
        compared.label,
        cell.field,
        cell.words,
        row_number() OVER (PARTITION BY cell.table_name, cell.field ORDER BY compared.used_id) AS place
    FROM compared_rows AS compared
    JOIN unconfirmed_cells AS cell ON cell.table_name = compared.table_name AND cell.row_id = compared.row_id
)
SELECT
    flag.flag_id,
    'certain' AS verdict,
    NULL AS reason,
    flag.table_name,
    flag.field,
    array_agg(cell.row_id) AS row_ids,
    min(cell.words) AS words,
    count(*) AS cells,
    string_agg(CASE WHEN cell.place <= 5 THEN cell.label END, '; ' ORDER BY cell.place) AS labels,
    CASE WHEN count(*) > 5 THEN count(*) - 5 END AS more
FROM compared_flags AS flag
JOIN unconfirmed AS cell ON cell.table_name = flag.table_name AND cell.field = flag.field
GROUP BY flag.flag_id, flag.table_name, flag.field
