-- Every mention by name.
SELECT m.mention_id, m.claim_id, p.article_id, m."start", m.event_id, m.actor_id, m.name_printed, m.name_time, m.title_printed, m.office_id, a.label AS actor
FROM mentions AS m
JOIN passages AS p ON p.passage_id = m.passage_id
JOIN actors AS a ON a.actor_id = m.actor_id
WHERE m.form = 'name' AND m.name_printed IS NOT NULL
