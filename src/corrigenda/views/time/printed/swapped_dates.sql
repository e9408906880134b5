-- The day that the one printed date of an event would be if its day and month were swapped.
-- grain: event_id
SELECT
    date.event_id,
    min(date.date_id) AS swap_id,
    min(parsed.swapped) AS swapped,
    min(parsed.swapped_day) AS swapped_day
FROM dated_cells AS date
LEFT JOIN edtf AS parsed ON parsed.text = date.edtf
GROUP BY date.event_id
HAVING count(*) = 1 AND min(parsed.swapped_day) IS NOT NULL
