-- Every technical term printed as what a thing is called.
SELECT m.mention_id, m.claim_id, p.article_id, m.actor_id, m.name_printed, a.label AS actor, a.topic
FROM mentions AS m
JOIN passages AS p ON p.passage_id = m.passage_id
LEFT JOIN actors AS a ON a.actor_id = m.actor_id
WHERE m.form = 'term' AND m.name_printed IS NOT NULL
