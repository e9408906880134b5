-- A date in the reference is one that software or a form fills in, and that no source gave.
--
-- Why it happens: A date that is empty in one program becomes the first, last or zero day in the next one, and is
-- imported as if somebody had seen it.
--
-- What is judged: Terms do start and things do happen on some of these days, so a cell that somebody has confirmed
-- is taken as real. A clash is certain only for days that no source can give: the first day of the calendar, and
-- those that mean "no end".
--
-- To settle: Look up the date in the source of the row. If the source gives none, leave the cell empty.
--
-- since: 0.2.0
-- severity: error
-- subject: reference
-- judges: reference_placeholders by day_id
-- places: {table_name}[row_id].{field} basis
-- message: "{text}" does not fit as a date in the reference: {filled} is what {filler}[; {doubt}]
SELECT
    day_id,
    CASE WHEN is_never THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    table_name,
    row_id,
    field,
    concat(table_name, '.', field) AS place,
    text,
    filled,
    filler,
    CASE WHEN NOT is_never THEN 'it may be the real one' END AS doubt
FROM reference_placeholders
WHERE is_never OR NOT is_confirmed
