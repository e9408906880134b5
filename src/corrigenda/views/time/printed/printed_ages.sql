-- Every printed age of somebody whose birth is known or dated in the article, with each day of which it can be: that
-- of the event of its claim, or of the claim that this one takes for granted (is_own), the time of writing, the
-- death before it, and any other event in its sentence. least_age and most_age are those of that day, with two days
-- more or less; fits is NULL where nothing dates the event.
-- grain: sum_id, place
WITH births AS (
    SELECT
        actor.actor_id,
        CAST(NULL AS VARCHAR) AS article_id,
        actor.actor_id AS born_id,
        NULL AS birth_ids,
        since.first_day,
        since.last_day,
        concat(CASE since.precision WHEN 'day' THEN 'on ' ELSE 'in ' END, actor.existed_from) AS born
    FROM actors AS actor
    JOIN edtf AS since ON since.text = actor.existed_from
    WHERE actor.kind = 'person' AND since.precision IN ('day', 'month', 'year')
    UNION ALL
    SELECT
        event.about AS actor_id,
        event.article_id,
        NULL AS born_id,
        days.date_ids AS birth_ids,
        days.first_day,
        days.last_day,
        concat(CASE WHEN days.first_day = days.last_day THEN 'on ' ELSE 'in ' END, days.stated) AS born
    FROM events AS event
    JOIN kinds AS kind ON kind.kind_id = event.kind_id AND kind.told_by = 'existed_from'
    JOIN actors AS actor ON actor.actor_id = event.about AND actor.kind = 'person' AND actor.existed_from IS NULL
    JOIN stated_days AS days ON days.event_id = event.event_id AND days.first_day <= days.last_day
    WHERE NOT EXISTS (
        -- An article that dates one birth twice is another rule's business.
        SELECT 1 FROM events AS other
        WHERE other.article_id = event.article_id
            AND other.about = event.about
            AND other.kind_id = event.kind_id
            AND other.event_id < event.event_id
    )
),
ages AS (
    SELECT
        printed.sum_id,
        printed.as_printed,
        printed.claim_id,
        printed.about,
        claim.given,
        claim.passage_id,
        passage.article_id,
        coalesce(printed.number, printed.low) AS least,
        coalesce(printed.number, printed.high) AS most
    FROM printed_amounts AS printed
    JOIN claims AS claim ON claim.claim_id = printed.claim_id
    JOIN passages AS passage ON passage.passage_id = claim.passage_id
    WHERE printed.measure = 'age' AND coalesce(printed.unit, 'year') IN ('year', 'years')
),
moments AS (
    SELECT
        aged.sum_id,
        event.event_id,
        CASE WHEN event.claim_id = aged.claim_id OR event.claim_id = aged.given THEN 'own' ELSE 'other' END AS sort,
        days.first_day,
        days.last_day,
        days.date_ids,
        NULL AS published_id,
        NULL AS died_id,
        concat('in an event dated ', days.stated) AS occasion
    FROM ages AS aged
    JOIN events AS event
        ON event.article_id = aged.article_id
        AND (
            event.passage_id = aged.passage_id
            OR event.claim_id = aged.claim_id
            OR event.claim_id = aged.given
        )
    LEFT JOIN event_days AS days ON days.event_id = event.event_id AND days.stated IS NOT NULL
    UNION ALL
    SELECT
        aged.sum_id,
        NULL AS event_id,
        'death' AS sort,
        until.first_day,
        until.last_day,
        NULL AS date_ids,
        NULL AS published_id,
        actor.actor_id AS died_id,
        concat('at the death ', CASE until.precision WHEN 'day' THEN 'on ' ELSE 'in ' END, actor.existed_to) AS occasion
    FROM ages AS aged
    JOIN actors AS actor ON actor.actor_id = aged.about
    JOIN edtf AS until ON until.text = actor.existed_to
    JOIN writing_days AS writing
        ON writing.article_id = aged.article_id AND until.first_day <= coalesce(writing.last_day, until.first_day)
    UNION ALL
    SELECT
        aged.sum_id,
        NULL AS event_id,
        'writing' AS sort,
        writing.first_day,
        writing.last_day,
        NULL AS date_ids,
        writing.published_id,
        NULL AS died_id,
        'when the article was written' AS occasion
    FROM ages AS aged
    JOIN writing_days AS writing ON writing.article_id = aged.article_id
    WHERE writing.first_day IS NOT NULL AND writing.last_day IS NOT NULL
),
reckoned AS (
    SELECT
        moment.*,
        aged.as_printed,
        aged.claim_id,
        aged.article_id,
        aged.least,
        aged.most,
        birth.actor_id,
        birth.born,
        birth.born_id,
        birth.birth_ids,
        CAST(floor((moment.first_day - birth.last_day - 2) / 365.2425) AS BIGINT) AS least_age,
        CAST(floor((moment.last_day - birth.first_day + 2) / 365.2425) AS BIGINT) AS most_age
    FROM ages AS aged
    JOIN moments AS moment ON moment.sum_id = aged.sum_id
    JOIN births AS birth
        ON birth.actor_id = aged.about AND coalesce(birth.article_id, aged.article_id) = aged.article_id
)
SELECT
    reckoned.*,
    actor.label AS actor,
    reckoned.sort = 'own' AS is_own,
    row_number() OVER (
        PARTITION BY reckoned.sum_id
        ORDER BY
            CASE reckoned.sort WHEN 'own' THEN 1 WHEN 'death' THEN 2 WHEN 'writing' THEN 3 ELSE 4 END,
            reckoned.first_day IS NULL,
            reckoned.event_id
    ) AS place,
    reckoned.most >= reckoned.least_age AND reckoned.least <= reckoned.most_age AS fits
FROM reckoned
JOIN actors AS actor ON actor.actor_id = reckoned.actor_id
