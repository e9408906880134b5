-- A term of the reference ends before it starts, or is known to be open before it starts.
--
-- Why it happens: start and end were swapped, or a digit of a year is wrong.
--
-- To settle: look up both days in the source of the row.
--
-- severity: error
-- subject: reference
-- judges: tenures by tenure_id
-- places: tenures[closed_id].end basis, tenures[open_id].as_of basis, tenures.start basis
-- message: the term {tenure_id} starts on {start_first:day} at the earliest and ends on {last:day} at the latest,
--   {days} days before
-- repair: tenures[swapped_id].end = {start_text}: start and end are swapped
SELECT
    d.tenure_id,
    'certain' AS verdict,
    NULL AS reason,
    CASE WHEN t."end" IS NOT NULL THEN d.tenure_id END AS closed_id,
    CASE WHEN t."end" IS NULL THEN d.tenure_id END AS open_id,
    CASE WHEN t."end" IS NOT NULL THEN d.tenure_id END AS swapped_id,
    t."start" AS start_text,
    d.start_first,
    coalesce(e.last_day, a.last_day) AS last,
    d.start_first - coalesce(e.last_day, a.last_day) AS days
FROM tenure_days AS d
JOIN tenures AS t ON t.tenure_id = d.tenure_id
LEFT JOIN edtf AS e ON e.text = t."end"
LEFT JOIN edtf AS a ON a.text = t.as_of
WHERE d.start_first > coalesce(e.last_day, a.last_day)
