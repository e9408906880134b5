-- Who took part in each event that an article tells: the actor itself, and the state for which a body took part.
-- grain: event_id, for_id, state_id
SELECT mention.event_id, actor.actor_id AS for_id, coalesce(actor.state, actor.actor_id) AS state_id
FROM mentions AS mention
JOIN actors AS actor ON actor.actor_id = mention.actor_id
WHERE mention.event_id IS NOT NULL AND mention.part IN ('agent', 'counterpart')
UNION
SELECT mention.event_id, body.state AS for_id, body.state AS state_id
FROM mentions AS mention
JOIN actors AS body ON body.actor_id = mention.actor_id AND body.kind = 'body' AND body.state IS NOT NULL
WHERE mention.event_id IS NOT NULL AND mention.part IN ('agent', 'counterpart')
