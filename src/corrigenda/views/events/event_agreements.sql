-- How far each pair of a told and a known event agrees. people is how many of the people, bodies and states that are named
-- took part in the known event (a body or a person acts for its state, and a state through them), strangers how many did not,
-- doers how many did or shared in the known one. same_thing is whether both are about one thing, other_thing whether they surely
-- are not; same_office whether the term is in an office that is named, other_office whether another one is named.
SELECT
    e.event_id,
    e.known_id,
    coalesce(p.people, 0) AS people,
    coalesce(p.strangers, 0) AS strangers,
    coalesce(p.namesakes, 0) AS namesakes,
    coalesce(d.doers, 0) AS doers,
    coalesce(t.same_thing, FALSE) AS same_thing,
    NOT coalesce(t.same_thing, FALSE) AND e.told_about IS NOT NULL AND e.known_about IS NOT NULL AS other_thing,
    n.office_id IS NOT NULL AND o.office_id IS NOT NULL AS same_office,
    n.office_id IS NOT NULL AND o.office_id IS NULL AND b.event_id IS NOT NULL AND NOT b.is_beside_name AS other_office,
    n.office_id IS NOT NULL AND o.office_id IS NULL AND (b.event_id IS NULL OR b.is_beside_name) AS unsure_office
FROM event_pairs AS e
JOIN known_events AS n ON n.known_id = e.known_id
LEFT JOIN (
    SELECT
        event_id,
        known_id,
        count(CASE WHEN agrees AND NOT is_owner THEN mention_id END) AS people,
        count(CASE WHEN NOT agrees THEN mention_id END) AS strangers,
        count(CASE WHEN agrees AND NOT as_meant THEN mention_id END) AS namesakes
    FROM party_agreements
    GROUP BY event_id, known_id
) AS p ON p.event_id = e.event_id AND p.known_id = e.known_id
LEFT JOIN (
    SELECT known_id, count(*) AS doers FROM known_parties WHERE part IN ('agent', 'counterpart') GROUP BY known_id
) AS d ON d.known_id = e.known_id
LEFT JOIN (
    SELECT event_id, known_id, TRUE AS same_thing
    FROM (
        SELECT e.event_id, e.known_id
        FROM event_pairs AS e
        JOIN known_parties AS k ON k.known_id = e.known_id AND k.actor_id = e.told_about
        UNION
        SELECT e.event_id, e.known_id
        FROM event_pairs AS e
        JOIN event_actors AS p ON p.event_id = e.event_id AND p.actor_id = e.known_about AND p.part <> 'place'
    ) AS shared
) AS t ON t.event_id = e.event_id AND t.known_id = e.known_id
LEFT JOIN event_offices AS o ON o.event_id = e.event_id AND o.office_id = n.office_id
LEFT JOIN (
    SELECT event_id, bool_and(is_beside_name) AS is_beside_name FROM event_offices GROUP BY event_id
) AS b ON b.event_id = e.event_id
-- grain: event_id, known_id
