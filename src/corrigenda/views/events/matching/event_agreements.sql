-- How far each pair of a reported and a known event agrees. people is how many of the people, bodies and states that
-- are named took part in the known event (a body or a person acts for its state, and a state through them), strangers
-- how many did not, doers how many did or shared in the known one. same_thing is whether both are about one thing,
-- other_thing whether they surely are not; same_office whether the term is in an office that is named, other_office
-- whether another one is named.
-- grain: event_id, known_id
SELECT
    pair.event_id,
    pair.known_id,
    coalesce(named.people, 0) AS people,
    coalesce(named.strangers, 0) AS strangers,
    coalesce(named.namesakes, 0) AS namesakes,
    coalesce(doing.doers, 0) AS doers,
    coalesce(thing.same_thing, FALSE) AS same_thing,
    NOT coalesce(thing.same_thing, FALSE)
    AND pair.told_about IS NOT NULL
    AND pair.known_about IS NOT NULL AS other_thing,
    known.office_id IS NOT NULL AND office.office_id IS NOT NULL AS same_office,
    known.office_id IS NOT NULL
    AND office.office_id IS NULL
    AND beside.event_id IS NOT NULL
    AND NOT beside.is_beside_name AS other_office,
    known.office_id IS NOT NULL
    AND office.office_id IS NULL
    AND (beside.event_id IS NULL OR beside.is_beside_name) AS unsure_office
FROM event_pairs AS pair
JOIN known_events AS known ON known.known_id = pair.known_id
LEFT JOIN (
    SELECT
        event_id,
        known_id,
        count(CASE WHEN agrees AND NOT is_owner THEN mention_id END) AS people,
        count(CASE WHEN NOT agrees THEN mention_id END) AS strangers,
        count(CASE WHEN agrees AND NOT as_meant THEN mention_id END) AS namesakes
    FROM party_agreements
    GROUP BY event_id, known_id
) AS named ON named.event_id = pair.event_id AND named.known_id = pair.known_id
LEFT JOIN (
    SELECT known_id, count(*) AS doers FROM known_parties WHERE part IN ('agent', 'counterpart') GROUP BY known_id
) AS doing ON doing.known_id = pair.known_id
LEFT JOIN (
    SELECT event_id, known_id, TRUE AS same_thing
    FROM (
        SELECT pair.event_id, pair.known_id
        FROM event_pairs AS pair
        JOIN known_parties AS party ON party.known_id = pair.known_id AND party.actor_id = pair.told_about
        UNION
        SELECT pair.event_id, pair.known_id
        FROM event_pairs AS pair
        JOIN named_actors AS named
            ON named.event_id = pair.event_id
            AND named.actor_id = pair.known_about
            AND named.part <> 'place'
    ) AS shared
) AS thing ON thing.event_id = pair.event_id AND thing.known_id = pair.known_id
LEFT JOIN event_offices AS office ON office.event_id = pair.event_id AND office.office_id = known.office_id
LEFT JOIN (
    SELECT event_id, bool_and(is_beside_name) AS is_beside_name FROM event_offices GROUP BY event_id
) AS beside ON beside.event_id = pair.event_id
