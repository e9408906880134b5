-- Every event that an article affirms and tells as still to come, where an event of the reference can be told to be the
-- same one: it has a printed date, or is of a kind that does not come again; with its printed days, the days
-- of writing, and how many people, bodies and states do it or share in it (parties). It is about something, or
-- two of them at least are printed.
SELECT *
FROM (
    SELECT
        ev.event_id,
        ev.claim_id,
        ev.article_id,
        ev.label,
        ev.kind_id,
        ev.about,
        coalesce(k.recurs, TRUE) AS recurs,
        s.stated,
        s.date_ids,
        s.first_day,
        s.last_day,
        w.first_day AS written_first,
        w.last_day AS written_last,
        w.date_ids AS writing_ids,
        w.since_id AS published_id,
        (
            SELECT count(DISTINCT m.actor_id)
            FROM mentions AS m
            JOIN actors AS a ON a.actor_id = m.actor_id AND a.kind IN ('person', 'body', 'state')
            WHERE m.event_id = ev.event_id AND m.part IN ('agent', 'counterpart')
        ) AS parties
    FROM events AS ev
    JOIN kinds AS k ON k.kind_id = ev.kind_id
    JOIN writing_days AS w ON w.article_id = ev.article_id
    LEFT JOIN claims AS c ON c.claim_id = ev.claim_id
    LEFT JOIN stated_days AS s ON s.event_id = ev.event_id
    WHERE ev.tense = 'future' AND coalesce(c.polarity, 'affirmed') = 'affirmed'
) AS coming
WHERE (about IS NOT NULL OR parties > 1) AND (NOT recurs OR (first_day IS NOT NULL AND last_day IS NOT NULL))
