-- Who took part in each event that an article tells: the actor itself, and the state of a person or body that did.
-- grain: event_id, for_id, state_id
SELECT mention.event_id, actor.actor_id AS for_id, coalesce(actor.state, actor.actor_id) AS state_id
FROM mentions AS mention
JOIN actors AS actor ON actor.actor_id = mention.actor_id
WHERE mention.event_id IS NOT NULL AND mention.part IN ('agent', 'counterpart')
UNION
SELECT mention.event_id, citizen.state AS for_id, citizen.state AS state_id
FROM mentions AS mention
JOIN actors AS citizen
    ON citizen.actor_id = mention.actor_id
    AND citizen.kind IN ('body', 'person')
    AND citizen.state IS NOT NULL
WHERE mention.event_id IS NOT NULL AND mention.part IN ('agent', 'counterpart')
