-- Every event that the words put as certain to come.
SELECT ev.event_id, ev.claim_id, ev.article_id, ev.label, array_agg(d.date_id) AS date_ids, string_agg(DISTINCT d.as_printed, '" and "' ORDER BY d.as_printed) AS as_printed
FROM events AS ev
JOIN dates AS d ON d.event_id = ev.event_id
JOIN phrases AS p ON p.phrase_id = d.phrase_id AND p.certainty = 'certain'
GROUP BY ev.event_id, ev.claim_id, ev.article_id, ev.label
