-- Who took part in each milestone: the actor itself, and the state for which a body took part.
SELECT p.milestone_id, p.participant_id, a.actor_id AS for_id, coalesce(a.state, a.actor_id) AS state_id
FROM participants AS p
JOIN actors AS a ON a.actor_id = p.actor_id
WHERE p.part IN ('agent', 'counterpart')
UNION
SELECT p.milestone_id, min(p.participant_id) AS participant_id, a.state AS for_id, a.state AS state_id
FROM participants AS p
JOIN actors AS a ON a.actor_id = p.actor_id
WHERE p.part IN ('agent', 'counterpart')
    AND a.kind = 'body'
    AND a.state IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM participants AS o
        WHERE o.milestone_id = p.milestone_id AND o.actor_id = a.state AND o.part IN ('agent', 'counterpart')
    )
GROUP BY p.milestone_id, a.state
