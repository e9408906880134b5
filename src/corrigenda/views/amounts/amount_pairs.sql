-- Two amounts that different claims of one article print for the same thing: the same actor, measure, extent,
-- period, currency and unit, neither a part of another amount, at times that are not surely different. Two
-- estimates of two sources are two amounts. Measures that hold many things (distance, duration, share …) are
-- not compared.
WITH told AS (
    SELECT voiced.*, coalesce(found.first_day, 1) AS first_day, coalesce(found.last_day, 3652059) AS last_day, coalesce(found.is_now, TRUE) AS is_now
    FROM voiced_amounts AS voiced
    LEFT JOIN (
        SELECT
            event.claim_id,
            min(coalesce(days.first_day, 1)) AS first_day,
            max(coalesce(days.last_day, 3652059)) AS last_day,
            bool_and(event.tense = 'present') AS is_now
        FROM events AS event
        JOIN event_days AS days ON days.event_id = event.event_id
        WHERE event.claim_id IS NOT NULL
        GROUP BY event.claim_id
    ) AS found ON found.claim_id = voiced.claim_id
    WHERE voiced.about IS NOT NULL
        AND voiced.measure IN ('allocation', 'cost', 'estimate', 'spending', 'count')
        AND voiced.extent IN ('total', 'unstated')
        AND voiced.part_of IS NULL
        AND coalesce(voiced.currency, voiced.unit) IS NOT NULL
)
SELECT
    concat(told.sum_id, ' ', other_told.sum_id) AS pair_id,
    other_told.claim_id,
    other_told.article_id,
    told.sum_id AS first_id,
    other_told.sum_id AS second_id,
    told.as_printed AS first_printed,
    other_told.as_printed AS second_printed,
    other_told.about,
    other_told.measure,
    other_told.currency,
    other_told.unit,
    other_told.extent = 'total' AS is_total,
    coalesce(told.voice = other_told.voice, FALSE) AS is_one_voice,
    told.is_now AND other_told.is_now OR told.first_day = told.last_day AND other_told.first_day = other_told.last_day AS is_one_time,
    greatest(told.low - other_told.high, other_told.low - told.high) AS apart,
    greatest(told.low, other_told.low) AS above
FROM told AS told
JOIN told AS other_told
    ON other_told.article_id = told.article_id
    AND other_told.about = told.about
    AND other_told.measure = told.measure
    AND other_told.extent = told.extent
    AND coalesce(other_told.period, '') = coalesce(told.period, '')
    AND coalesce(other_told.currency, '') = coalesce(told.currency, '')
    AND coalesce(other_told.unit, '') = coalesce(told.unit, '')
    AND (other_told.start > told.start OR (other_told.start = told.start AND other_told.sum_id > told.sum_id))
WHERE other_told.claim_id <> told.claim_id
    AND other_told.first_day <= told.last_day
    AND told.first_day <= other_told.last_day
    AND NOT (other_told.measure = 'estimate' AND coalesce(told.voice <> other_told.voice, FALSE))
