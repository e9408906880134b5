-- Each reported event with each known one that it must be by kind, people, thing and day, if both have a place; with
-- how the places lie to each other. same: one of them is the other, or its state. inside: both in one state, so that
-- one may lie in the other. apart: in two states, or two cities of one. unknown: the state of one of them is not known.
-- A call has a place for each who takes part.
-- grain: known_id, mention_id, known_place_id
SELECT
    told.event_id,
    told.claim_id,
    told.article_id,
    both_places.known_id,
    both_places.mention_id,
    both_places.place_label,
    both_places.known_place,
    both_places.known_place_id,
    both_places.participant_id,
    told.is_once AS is_unique,
    CASE
        WHEN both_places.is_same THEN 'same'
        WHEN both_places.are_cities THEN 'apart'
        WHEN both_places.place_state IS NULL OR both_places.known_state IS NULL THEN 'unknown'
        WHEN both_places.place_state = both_places.known_state THEN 'inside'
        ELSE 'apart'
    END AS lie
FROM (
    SELECT
        pair.event_id,
        pair.known_id,
        named.mention_id,
        place.label AS place_label,
        site.label AS known_place,
        site.actor_id AS known_place_id,
        role.participant_id,
        site.actor_id = place.actor_id
        OR coalesce(site.actor_id = place.state, FALSE)
        OR coalesce(place.actor_id = site.state, FALSE) AS is_same,
        coalesce(place.place_kind = 'city' AND site.place_kind = 'city', FALSE) AS are_cities,
        coalesce(place_land.state, place.state, CASE WHEN place.kind = 'state' THEN place.actor_id END) AS place_state,
        coalesce(site_land.state, site.state, CASE WHEN site.kind = 'state' THEN site.actor_id END) AS known_state
    FROM event_pairs AS pair
    JOIN named_actors AS named ON named.event_id = pair.event_id AND named.part = 'place'
    JOIN known_parties AS role ON role.known_id = pair.known_id AND role.part = 'place'
    JOIN actors AS place ON place.actor_id = named.actor_id AND place.kind IN ('place', 'state')
    JOIN actors AS site ON site.actor_id = role.actor_id AND site.kind IN ('place', 'state')
    LEFT JOIN actors AS place_land ON place_land.actor_id = place.state
    LEFT JOIN actors AS site_land ON site_land.actor_id = site.state
) AS both_places
JOIN event_pairs AS pair
    ON pair.event_id = both_places.event_id
    AND pair.known_id = both_places.known_id
    AND pair.way = 'same'
JOIN finished_events AS told ON told.event_id = both_places.event_id
JOIN event_agreements AS agreed ON agreed.event_id = both_places.event_id AND agreed.known_id = both_places.known_id
LEFT JOIN kind_scope AS acts ON acts.kind_id = 'act' AND acts.counts_id = told.kind_id
LEFT JOIN kind_scope AS meetings ON meetings.kind_id = 'meeting' AND meetings.counts_id = told.kind_id
WHERE agreed.strangers = 0
    AND NOT agreed.other_thing
    AND NOT agreed.other_office
    AND NOT told.lasts
    AND (
        (told.is_once AND agreed.same_thing AND (told.stated IS NULL OR pair.days_apart <= 1))
        OR (pair.is_same_day AND agreed.same_thing AND agreed.people > 0 AND acts.kind_id IS NOT NULL)
        OR (pair.is_same_day AND agreed.people > 1 AND agreed.people >= agreed.doers AND meetings.kind_id IS NOT NULL)
    )
