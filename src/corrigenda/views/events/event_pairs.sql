-- Every event that an article tells as having happened with each known event of a kind that it can be compared with and that
-- shares somebody or something with it, or falls on the same day in the same office. What surely became known only after
-- the writing is left out. days_apart is how far the printed dates are from the known day, 0 or less where they can meet.
SELECT
    e.event_id,
    n.known_id,
    w.way,
    n.about AS known_about,
    e.about AS told_about,
    greatest(n.first_day - e.last_day, e.first_day - n.last_day) AS days_apart,
    greatest(n.reach_first - e.last_day, e.first_day - n.reach_last) AS reach_apart,
    n.first_day = n.last_day AND e.first_day = e.last_day AND n.first_day = e.first_day AS is_same_day,
    coalesce(n.known_last <= e.written_first, FALSE) OR (e.written_last IS NULL AND coalesce(n.known_last <= n.last_day, FALSE)) AS was_known
FROM (
    SELECT t.event_id, p.known_id
    FROM (
        SELECT event_id, about AS actor_id FROM finished_events WHERE about IS NOT NULL
        UNION
        SELECT event_id, actor_id FROM event_actors WHERE part <> 'place'
    ) AS t
    JOIN known_parties AS p ON p.actor_id = t.actor_id AND p.part <> 'owner'
    UNION
    SELECT o.event_id, n.known_id
    FROM event_offices AS o
    JOIN finished_events AS e ON e.event_id = o.event_id
    JOIN known_events AS n ON n.office_id = o.office_id AND n.first_day = e.first_day
) AS s
JOIN finished_events AS e ON e.event_id = s.event_id
JOIN known_events AS n ON n.known_id = s.known_id
JOIN kind_ways AS w ON w.kind_id = e.kind_id AND w.other_id = n.kind_id
WHERE coalesce(n.known_first, 1) <= coalesce(e.written_last, 3652059)
-- grain: event_id, known_id
