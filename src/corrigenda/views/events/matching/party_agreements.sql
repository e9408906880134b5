-- Everybody who is named in a reported event, for each known event that it is compared with: whether they took part in
-- that one (agrees), whether it was who is meant and no namesake, and whether it is only the state or body of the
-- office. Who does or shares in something acts for the state, and the state through them.
-- grain: known_id, mention_id
SELECT
    pair.event_id,
    pair.known_id,
    named.mention_id,
    bool_or(party.actor_id IS NOT NULL) AS agrees,
    bool_or(party.actor_id IS NOT NULL AND named.is_meant) AS as_meant,
    bool_and(coalesce(party.part = 'owner', FALSE)) AS is_owner
FROM event_pairs AS pair
JOIN named_actors AS named
    ON named.event_id = pair.event_id
    AND named.part <> 'place'
    AND named.kind IN ('person', 'body', 'state')
LEFT JOIN (
    SELECT
        role.known_id,
        role.actor_id,
        role.part,
        coalesce(actor.state, actor.actor_id) AS state_id,
        role.part IN ('agent', 'counterpart') AS is_doer
    FROM known_parties AS role
    JOIN actors AS actor ON actor.actor_id = role.actor_id
) AS party
    ON party.known_id = pair.known_id
    AND (
        party.actor_id = named.actor_id
        -- "Roe takes office", where the state of the office is his too: that he acts for it says nothing of whose term
        -- it is.
        OR (
            party.is_doer
            AND named.part <> 'object'
            AND (party.actor_id = named.state_id OR party.state_id = named.actor_id)
        )
    )
GROUP BY pair.event_id, pair.known_id, named.mention_id
