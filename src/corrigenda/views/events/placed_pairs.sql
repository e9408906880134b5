-- Every told event with each known one that it must be by kind, people, thing and day, where both have a place; with how the places
-- lie to each other. same: one of them is the other, or its state. inside: both in one state, so that one may lie in the
-- other. apart: in two states. unknown: the state of one of them is not known. A call has a place for each who takes part.
SELECT
    e.event_id,
    e.claim_id,
    e.article_id,
    x.known_id,
    x.mention_id,
    x.place_label,
    x.known_place,
    x.known_place_id,
    x.participant_id,
    e.is_once AS is_unique,
    CASE
        WHEN x.is_same THEN 'same'
        WHEN x.place_state IS NULL OR x.known_state IS NULL THEN 'unknown'
        WHEN x.place_state = x.known_state THEN 'inside'
        ELSE 'apart'
    END AS lie
FROM (
    SELECT
        p.event_id,
        p.known_id,
        m.mention_id,
        b.label AS place_label,
        c.label AS known_place,
        c.actor_id AS known_place_id,
        q.participant_id,
        c.actor_id = b.actor_id OR coalesce(c.actor_id = b.state, FALSE) OR coalesce(b.actor_id = c.state, FALSE) AS is_same,
        coalesce(bs.state, b.state, CASE WHEN b.kind = 'state' THEN b.actor_id END) AS place_state,
        coalesce(cs.state, c.state, CASE WHEN c.kind = 'state' THEN c.actor_id END) AS known_state
    FROM event_pairs AS p
    JOIN event_actors AS m ON m.event_id = p.event_id AND m.part = 'place'
    JOIN known_parties AS q ON q.known_id = p.known_id AND q.part = 'place'
    JOIN actors AS b ON b.actor_id = m.actor_id AND b.kind IN ('place', 'state')
    JOIN actors AS c ON c.actor_id = q.actor_id AND c.kind IN ('place', 'state')
    LEFT JOIN actors AS bs ON bs.actor_id = b.state
    LEFT JOIN actors AS cs ON cs.actor_id = c.state
) AS x
JOIN event_pairs AS p ON p.event_id = x.event_id AND p.known_id = x.known_id AND p.way = 'same'
JOIN finished_events AS e ON e.event_id = x.event_id
JOIN event_agreements AS a ON a.event_id = x.event_id AND a.known_id = x.known_id
LEFT JOIN kind_scope AS t ON t.kind_id = 'act' AND t.counts_id = e.kind_id
LEFT JOIN kind_scope AS g ON g.kind_id = 'meeting' AND g.counts_id = e.kind_id
WHERE a.strangers = 0
    AND NOT a.other_thing
    AND NOT a.other_office
    AND NOT e.lasts
    AND (
        (e.is_once AND a.same_thing AND (e.stated IS NULL OR p.days_apart <= 1))
        OR (p.is_same_day AND a.same_thing AND a.people > 0 AND t.kind_id IS NOT NULL)
        OR (p.is_same_day AND a.people > 1 AND a.people >= a.doers AND g.kind_id IS NOT NULL)
    )
-- grain: known_id, mention_id, known_place_id
