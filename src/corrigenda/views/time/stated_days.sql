-- First and last day that the printed dates of an event allow together; no row where none is printed.
SELECT
    d.event_id,
    max(e.first_day) AS first_day,
    min(e.last_day) AS last_day,
    array_agg(d.date_id) AS date_ids,
    string_agg(d.edtf, ' and ' ORDER BY d.date_id) AS stated,
    bool_and(e.has_year) AS has_year
FROM dates AS d
JOIN edtf AS e ON e.text = d.edtf
WHERE d.kind = 'date'
GROUP BY d.event_id
