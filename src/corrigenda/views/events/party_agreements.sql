-- Everybody who is named in a told event, for each known event that it is compared with: whether they took part in that one
-- (agrees), and whether it was who is meant and no namesake. A body or a person acts for its state, and a state through them.
SELECT
    e.event_id,
    e.known_id,
    p.mention_id,
    bool_or(k.actor_id IS NOT NULL) AS agrees,
    bool_or(k.actor_id IS NOT NULL AND p.is_meant) AS as_meant
FROM event_pairs AS e
JOIN event_actors AS p ON p.event_id = e.event_id AND p.part <> 'place' AND p.kind IN ('person', 'body', 'state')
LEFT JOIN (
    SELECT q.known_id, q.actor_id, coalesce(a.state, a.actor_id) AS state_id
    FROM known_parties AS q
    JOIN actors AS a ON a.actor_id = q.actor_id
) AS k ON k.known_id = e.known_id AND (k.actor_id = p.actor_id OR k.actor_id = p.state_id OR k.state_id = p.actor_id)
GROUP BY e.event_id, e.known_id, p.mention_id
-- grain: known_id, mention_id
