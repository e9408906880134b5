-- Every event that an article affirms as still to come, where an event of the reference can be shown to be the
-- same one: it has a printed date, or is of a kind that does not come again; with its printed days, the days
-- of writing, and how many people, bodies and states do it or share in it (parties). It is about something, or
-- two of them at least are printed.
-- grain: event_id
SELECT *
FROM (
    SELECT
        event.event_id,
        event.claim_id,
        event.article_id,
        event.label,
        event.kind_id,
        event.about,
        coalesce(kind.recurs, TRUE) AS recurs,
        days.stated,
        days.date_ids,
        days.first_day,
        days.last_day,
        writing.first_day AS written_first,
        writing.last_day AS written_last,
        writing.date_ids AS writing_ids,
        writing.since_id AS published_id,
        (
            SELECT count(DISTINCT mention.actor_id)
            FROM mentions AS mention
            JOIN actors AS actor ON actor.actor_id = mention.actor_id AND actor.kind IN ('person', 'body', 'state')
            WHERE mention.event_id = event.event_id AND mention.part IN ('agent', 'counterpart')
        ) AS parties
    FROM events AS event
    JOIN kinds AS kind ON kind.kind_id = event.kind_id
    JOIN writing_days AS writing ON writing.article_id = event.article_id
    LEFT JOIN claims AS claim ON claim.claim_id = event.claim_id
    LEFT JOIN stated_days AS days ON days.event_id = event.event_id
    WHERE event.tense = 'future' AND coalesce(claim.polarity, 'affirmed') = 'affirmed'
) AS coming
WHERE (about IS NOT NULL OR parties > 1) AND (NOT recurs OR (first_day IS NOT NULL AND last_day IS NOT NULL))
