-- Every event that the words put as certain to come.
-- grain: event_id
SELECT
    event.event_id,
    event.claim_id,
    event.article_id,
    event.label,
    array_agg(date.date_id) AS date_ids,
    string_agg(DISTINCT date.as_printed, '" and "' ORDER BY date.as_printed) AS as_printed
FROM events AS event
JOIN dates AS date ON date.event_id = event.event_id
JOIN phrases AS phrase ON phrase.phrase_id = date.phrase_id AND phrase.certainty = 'certain'
GROUP BY event.event_id, event.claim_id, event.article_id, event.label
