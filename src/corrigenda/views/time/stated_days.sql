-- First and last day that the printed dates of an event allow together; no row where none is printed.
-- grain: event_id
SELECT
    date.event_id,
    max(parsed.first_day) AS first_day,
    min(parsed.last_day) AS last_day,
    array_agg(date.date_id) AS date_ids,
    string_agg(date.edtf, ' and ' ORDER BY date.date_id) AS stated,
    bool_and(parsed.has_year) AS has_year
FROM dates AS date
JOIN edtf AS parsed ON parsed.text = date.edtf
WHERE date.kind = 'date'
GROUP BY date.event_id
