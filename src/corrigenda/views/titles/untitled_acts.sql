-- Every act that can only be done in office, with each person who does it or shares in it and is named there without an
-- office, where the reference knows a term of that person in some office; with the days of the act. is_titled where the
-- article calls the person elsewhere by an office of which it knows a term.
-- grain: mention_id
SELECT
    mention.mention_id,
    told.event_id,
    told.claim_id,
    told.article_id,
    told.label,
    told.kind,
    actor.actor_id,
    actor.label AS actor,
    days.stated,
    days.not_before,
    days.not_after,
    days.first_day,
    days.last_day,
    days.date_ids,
    days.writing_ids,
    days.published_id,
    EXISTS (
        SELECT 1 FROM titles AS title
        -- Once for each office: an article can have a title of one person for each of very many terms.
        JOIN (SELECT DISTINCT office_id, actor_id FROM office_terms) AS held
            ON held.office_id = title.office_id AND held.actor_id = title.actor_id
        WHERE title.article_id = told.article_id AND title.actor_id = mention.actor_id
    ) AS is_titled
FROM finished_events AS told
JOIN kinds AS kind ON kind.kind_id = told.kind_id AND kind.needs_office
JOIN mentions AS mention ON mention.event_id = told.event_id AND mention.part IN ('agent', 'counterpart')
JOIN actors AS actor ON actor.actor_id = mention.actor_id AND actor.kind = 'person'
JOIN event_days AS days ON days.event_id = told.event_id
WHERE mention.actor_id IN (SELECT actor_id FROM tenures)
    AND NOT EXISTS (
        SELECT 1 FROM mentions AS named
        WHERE named.event_id = told.event_id AND named.actor_id = mention.actor_id AND named.office_id IS NOT NULL
    )
