-- Every printed date that names a day, month or year, with its bounds and its claim.
-- grain: date_id
SELECT
    date.date_id,
    event.claim_id,
    event.article_id,
    date.event_id,
    date.as_printed,
    date.edtf,
    date.weekday,
    parsed.first_day,
    parsed.last_day,
    parsed.precision,
    parsed.has_year
FROM dates AS date
JOIN edtf AS parsed ON parsed.text = date.edtf
JOIN events AS event ON event.event_id = date.event_id
WHERE date.kind = 'date'
