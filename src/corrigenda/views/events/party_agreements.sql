-- Everybody who is named in a told event, for each known event that it is compared with: whether they took part in that one
-- (agrees), whether it was who is meant and no namesake, and whether it is only the state or body of the office.
-- Who does or shares in something acts for the state, and the state through them.
SELECT
    e.event_id,
    e.known_id,
    p.mention_id,
    bool_or(k.actor_id IS NOT NULL) AS agrees,
    bool_or(k.actor_id IS NOT NULL AND p.is_meant) AS as_meant,
    bool_and(coalesce(k.part = 'owner', FALSE)) AS is_owner
FROM event_pairs AS e
JOIN event_actors AS p ON p.event_id = e.event_id AND p.part <> 'place' AND p.kind IN ('person', 'body', 'state')
LEFT JOIN (
    SELECT q.known_id, q.actor_id, q.part, coalesce(a.state, a.actor_id) AS state_id, q.part IN ('agent', 'counterpart') AS is_doer
    FROM known_parties AS q
    JOIN actors AS a ON a.actor_id = q.actor_id
) AS k
    ON k.known_id = e.known_id
    AND (
        k.actor_id = p.actor_id
        -- "Roe takes office", where the state of the office is his too: that he acts for it says nothing of whose term it is.
        OR (k.is_doer AND p.part <> 'object' AND (k.actor_id = p.state_id OR k.state_id = p.actor_id))
    )
GROUP BY e.event_id, e.known_id, p.mention_id
-- grain: known_id, mention_id
