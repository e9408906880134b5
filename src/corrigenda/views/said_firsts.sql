-- Every claim that an event is the first or the only one of its category for an actor, with its days.
SELECT f.first_id, f.claim_id, f.event_id, f.kind, f.as_printed, f.actor_id, f.category_id, d.first_day, d.last_day, w.first_day AS written_first, w.last_day AS written_last
FROM firsts AS f
JOIN claims AS c ON c.claim_id = f.claim_id
JOIN passages AS p ON p.passage_id = c.passage_id
JOIN writing_days AS w ON w.article_id = p.article_id
LEFT JOIN event_days AS d ON d.event_id = f.event_id
WHERE f.kind IN ('first', 'only') AND f.actor_id IS NOT NULL AND f.category_id IS NOT NULL
