-- Who took part in each milestone: the actor itself, and the state for which a body took part.
-- grain: milestone_id, participant_id, for_id
WITH parties AS (
    SELECT milestone_id, participant_id, actor_id FROM participants WHERE part IN ('agent', 'counterpart')
)
SELECT
    party.milestone_id,
    party.participant_id,
    actor.actor_id AS for_id,
    coalesce(actor.state, actor.actor_id) AS state_id
FROM parties AS party
JOIN actors AS actor ON actor.actor_id = party.actor_id
UNION
-- One row for a state however many of its bodies took part, and none where the state itself is listed.
SELECT party.milestone_id, min(party.participant_id) AS participant_id, body.state AS for_id, body.state AS state_id
FROM parties AS party
JOIN actors AS body ON body.actor_id = party.actor_id AND body.kind = 'body' AND body.state IS NOT NULL
WHERE NOT EXISTS (
    SELECT 1 FROM parties AS own WHERE own.milestone_id = party.milestone_id AND own.actor_id = body.state
)
GROUP BY party.milestone_id, body.state
