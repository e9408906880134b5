-- Every told event in which one of those named did not take part in the known event that it must be, beside one of a like kind
-- who did, in a part of the same sort, and whom nothing in the text stands for. is_sole where both are the only ones in that part.
SELECT
    i.event_id,
    i.known_id,
    i.identity,
    m.mention_id,
    m.actor_id,
    m.label,
    k.actor_id AS known_actor_id,
    k.label AS known_label,
    k.participant_id,
    count(*) OVER (PARTITION BY i.event_id, i.known_id) AS pairs,
    (
        SELECT count(DISTINCT o.mention_id) FROM event_actors AS o
        WHERE o.event_id = i.event_id AND (o.part = 'object') = (m.part = 'object') AND o.part <> 'place' AND o.is_meant
    ) = 1
    AND k.companions = 1 AS is_sole
FROM identified_pairs AS i
JOIN event_agreements AS a ON a.event_id = i.event_id AND a.known_id = i.known_id AND a.strangers = 1
JOIN party_agreements AS g ON g.event_id = i.event_id AND g.known_id = i.known_id AND NOT g.agrees
JOIN event_actors AS m ON m.mention_id = g.mention_id AND m.is_meant
JOIN (
    SELECT
        p.known_id,
        p.actor_id,
        p.participant_id,
        p.part = 'object' AS is_object,
        b.kind,
        b.label,
        b.state,
        count(*) OVER (PARTITION BY p.known_id, p.part = 'object') AS companions
    FROM known_parties AS p
    JOIN actors AS b ON b.actor_id = p.actor_id
    WHERE p.part IN ('agent', 'counterpart', 'object')
) AS k ON k.known_id = i.known_id AND k.kind = m.kind AND (k.is_object = (m.part = 'object') OR i.identity = 'term')
WHERE NOT EXISTS (
    SELECT 1 FROM event_actors AS o
    WHERE o.event_id = i.event_id
        AND o.part <> 'place'
        AND (o.actor_id = k.actor_id OR o.actor_id = k.state OR o.state_id = k.actor_id)
)
-- grain: known_id, mention_id, known_actor_id
