-- A term in the reference ends before it starts, or is known to be open before it starts.
--
-- Why it happens: Start and end were swapped, or a digit of a year is wrong.
--
-- What is judged: Dates are as precise as their source. The rule reports a term only if its last possible day is
-- before its first possible day. Equal days fit.
--
-- To settle: Look up both days in the source of the row.
--
-- since: 0.1.0
-- severity: error
-- subject: reference
-- judges: tenure_days by tenure_id
-- places: tenures[closed_id].end basis, tenures[open_id].as_of basis, tenures.start basis
-- message: the term {tenure_id} {ends} {last:day}; this does not
--   fit its start, {first:day} at the earliest, {days} days later
-- repair: tenures[closed_id].end = {start_text}: start and end are swapped (the other one as well)
-- repair: tenures[closed_id].start = {end_text}: start and end are swapped (the other one as well)
SELECT
    d.tenure_id,
    'certain' AS verdict,
    NULL AS reason,
    CASE WHEN t."end" IS NOT NULL THEN d.tenure_id END AS closed_id,
    CASE WHEN t."end" IS NULL THEN d.tenure_id END AS open_id,
    CASE WHEN t."end" IS NULL THEN 'is known up to' ELSE 'ends at the latest on' END AS ends,
    t."start" AS start_text,
    t."end" AS end_text,
    s.first_day AS first,
    coalesce(e.last_day, a.last_day) AS last,
    s.first_day - coalesce(e.last_day, a.last_day) AS days
FROM tenure_days AS d
JOIN tenures AS t ON t.tenure_id = d.tenure_id
JOIN edtf AS s ON s.text = t."start"
LEFT JOIN edtf AS e ON e.text = t."end"
LEFT JOIN edtf AS a ON a.text = t.as_of
WHERE d.is_reversed
