-- Who took part in each milestone: the actor itself, and the state for which a body took part.
SELECT participant.milestone_id, participant.participant_id, actor.actor_id AS for_id, coalesce(actor.state, actor.actor_id) AS state_id
FROM participants AS participant
JOIN actors AS actor ON actor.actor_id = participant.actor_id
WHERE participant.part IN ('agent', 'counterpart')
UNION
SELECT participant.milestone_id, min(participant.participant_id) AS participant_id, actor.state AS for_id, actor.state AS state_id
FROM participants AS participant
JOIN actors AS actor ON actor.actor_id = participant.actor_id
WHERE participant.part IN ('agent', 'counterpart')
    AND actor.kind = 'body'
    AND actor.state IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM participants AS other_participant
        WHERE other_participant.milestone_id = participant.milestone_id AND other_participant.actor_id = actor.state AND other_participant.part IN ('agent', 'counterpart')
    )
GROUP BY participant.milestone_id, actor.state
