-- Every event that an article tells as having happened with each known event of a kind that it can be compared with
-- and that shares somebody or something with it, or falls on the same day in the same office. What surely became
-- known only after the writing is left out. days_apart is how far the printed dates are from the known day, 0 or less
-- where they can meet.
-- grain: event_id, known_id
SELECT
    told.event_id,
    known.known_id,
    ways.way,
    known.about AS known_about,
    told.about AS told_about,
    greatest(known.first_day - told.last_day, told.first_day - known.last_day) AS days_apart,
    greatest(known.reach_first - told.last_day, told.first_day - known.reach_last) AS reach_apart,
    known.first_day = known.last_day
    AND told.first_day = told.last_day
    AND known.first_day = told.first_day AS is_same_day,
    coalesce(known.known_last <= told.written_first, FALSE)
    OR (told.written_last IS NULL AND coalesce(known.known_last <= known.last_day, FALSE)) AS was_known
FROM (
    -- By kind as well: a person with very many terms can be in very many events that no term can be.
    SELECT named.event_id, party.known_id
    FROM (
        SELECT event_id, about AS actor_id FROM finished_events WHERE about IS NOT NULL
        UNION
        SELECT event_id, actor_id FROM named_actors WHERE part <> 'place'
    ) AS named
    JOIN finished_events AS told ON told.event_id = named.event_id
    JOIN kind_ways AS ways ON ways.kind_id = told.kind_id
    JOIN (
        SELECT known.known_id, known.kind_id, party.actor_id
        FROM known_parties AS party
        JOIN known_events AS known ON known.known_id = party.known_id
        WHERE party.part <> 'owner'
    ) AS party ON party.actor_id = named.actor_id AND party.kind_id = ways.other_id
    UNION
    SELECT office.event_id, known.known_id
    FROM event_offices AS office
    JOIN finished_events AS told ON told.event_id = office.event_id
    JOIN known_events AS known ON known.office_id = office.office_id AND known.first_day = told.first_day
) AS shared
JOIN finished_events AS told ON told.event_id = shared.event_id
JOIN known_events AS known ON known.known_id = shared.known_id
JOIN kind_ways AS ways ON ways.kind_id = told.kind_id AND ways.other_id = known.kind_id
WHERE coalesce(known.known_first, 1) <= coalesce(told.written_last, 3652059)
