-- Every reported event in which one of those named did not take part in the known event that it must be, with one of a
-- like kind who did, in a part of the same sort, and whom nothing in the text stands for. is_sole where both are the
-- only ones in that part.
-- grain: known_id, mention_id, known_actor_id
SELECT
    pair.event_id,
    pair.known_id,
    pair.identity,
    party.mention_id,
    party.actor_id,
    party.label,
    missing.actor_id AS known_actor_id,
    missing.label AS known_label,
    missing.participant_id,
    count(*) OVER (PARTITION BY pair.event_id, pair.known_id) AS pairs,
    (
        SELECT count(DISTINCT other.mention_id) FROM named_actors AS other
        WHERE other.event_id = pair.event_id
            AND (other.part = 'object') = (party.part = 'object')
            AND other.part <> 'place'
            AND other.is_meant
    ) = 1
    AND missing.companions = 1 AS is_sole
FROM identified_pairs AS pair
JOIN event_agreements AS agreed
    ON agreed.event_id = pair.event_id
    AND agreed.known_id = pair.known_id
    AND agreed.strangers = 1
JOIN party_agreements AS named ON named.event_id = pair.event_id AND named.known_id = pair.known_id AND NOT named.agrees
JOIN named_actors AS party ON party.mention_id = named.mention_id AND party.is_meant
JOIN (
    SELECT
        role.known_id,
        role.actor_id,
        role.participant_id,
        role.part = 'object' AS is_object,
        actor.kind,
        actor.label,
        actor.state,
        count(*) OVER (PARTITION BY role.known_id, role.part = 'object') AS companions
    FROM known_parties AS role
    JOIN actors AS actor ON actor.actor_id = role.actor_id
    WHERE role.part IN ('agent', 'counterpart', 'object')
) AS missing
    ON missing.known_id = pair.known_id
    AND missing.kind = party.kind
    AND (missing.is_object = (party.part = 'object') OR pair.identity = 'term')
WHERE NOT EXISTS (
    SELECT 1 FROM named_actors AS other
    WHERE other.event_id = pair.event_id
        AND other.part <> 'place'
        AND (other.actor_id = missing.actor_id OR other.actor_id = missing.state OR other.state_id = missing.actor_id)
)
