-- Every printed date that names a day, month or year, with its bounds and its claim.
-- grain: date_id
SELECT
    date.date_id,
    event.claim_id,
    event.article_id,
    date.event_id,
    date.as_printed,
    date.edtf,
    date.reading,
    date.shown,
    date.weekday,
    date.is_counted,
    date.first_day,
    date.last_day,
    date.precision,
    date.has_year
FROM dated_cells AS date
JOIN events AS event ON event.event_id = date.event_id
WHERE date.edtf IS NOT NULL
