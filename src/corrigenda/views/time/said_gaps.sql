-- Every stated distance in time.
SELECT d.date_id, ev.claim_id, ev.article_id, d.as_printed, d.phrase_id
FROM dates AS d
JOIN events AS ev ON ev.event_id = d.event_id
WHERE d.kind = 'gap'
