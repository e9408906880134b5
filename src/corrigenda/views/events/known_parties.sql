-- Everybody and everything that each known event names: who takes part in it, and what it is about (topic). A birth,
-- a death and a term name the person; a term also the body and the state of its office.
-- grain: known_id, actor_id
SELECT known_id, actor_id, min(part) AS part, min(participant_id) AS participant_id
FROM (
    SELECT concat('milestones ', milestone_id) AS known_id, actor_id, part, participant_id FROM participants
    UNION ALL
    SELECT known_id, about AS actor_id, 'topic' AS part, NULL AS participant_id FROM known_events
    WHERE about IS NOT NULL
    UNION ALL
    SELECT known.known_id, tenure.actor_id, 'object' AS part, NULL AS participant_id
    FROM known_events AS known
    JOIN tenures AS tenure ON tenure.tenure_id = coalesce(known.start_id, known.end_id)
    UNION ALL
    SELECT known.known_id, office.state AS actor_id, 'owner' AS part, NULL AS participant_id
    FROM known_events AS known
    JOIN offices AS office ON office.office_id = known.office_id
    UNION ALL
    SELECT known.known_id, office.body AS actor_id, 'owner' AS part, NULL AS participant_id
    FROM known_events AS known
    JOIN offices AS office ON office.office_id = known.office_id
    WHERE office.body IS NOT NULL
) AS named
GROUP BY known_id, actor_id
