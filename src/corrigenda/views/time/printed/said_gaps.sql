-- Every stated distance in time.
-- grain: date_id
SELECT date.date_id, event.claim_id, event.article_id, date.as_printed, date.phrase_id
FROM dates AS date
JOIN events AS event ON event.event_id = date.event_id
WHERE date.kind = 'gap'
