-- Every mention by name.
SELECT m.mention_id, m.claim_id, m.event_id, m.actor_id, m.name_printed, m.name_time, a.label AS actor
FROM mentions AS m
JOIN actors AS a ON a.actor_id = m.actor_id
WHERE m.form = 'name' AND m.name_printed IS NOT NULL
