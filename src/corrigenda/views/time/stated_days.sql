-- First and last day that the printed dates of an event allow together; no row where none is printed.
-- grain: event_id
SELECT
    event_id,
    max(first_day) AS first_day,
    min(last_day) AS last_day,
    array_agg(date_id) AS date_ids,
    string_agg(shown, ' and ' ORDER BY date_id) AS stated,
    bool_and(has_year) AS has_year
FROM dated_cells
GROUP BY event_id
