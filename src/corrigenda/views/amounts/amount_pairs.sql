-- Two amounts that different claims of one article print for the same thing: the same actor, measure, extent,
-- period, currency and unit, neither a part of another amount, at times that are not surely different. Two
-- estimates of two sources are two amounts. Measures that hold many things (distance, duration, share …) are
-- not compared.
WITH told AS (
    SELECT a.*, coalesce(d.first_day, 1) AS first_day, coalesce(d.last_day, 3652059) AS last_day, coalesce(d.is_now, TRUE) AS is_now
    FROM voiced_amounts AS a
    LEFT JOIN (
        SELECT
            ev.claim_id,
            min(coalesce(d.first_day, 1)) AS first_day,
            max(coalesce(d.last_day, 3652059)) AS last_day,
            bool_and(ev.tense = 'present') AS is_now
        FROM events AS ev
        JOIN event_days AS d ON d.event_id = ev.event_id
        WHERE ev.claim_id IS NOT NULL
        GROUP BY ev.claim_id
    ) AS d ON d.claim_id = a.claim_id
    WHERE a.about IS NOT NULL
        AND a.measure IN ('allocation', 'cost', 'estimate', 'spending', 'count')
        AND a.extent IN ('total', 'unstated')
        AND a.part_of IS NULL
        AND coalesce(a.currency, a.unit) IS NOT NULL
)
SELECT
    concat(f.sum_id, ' ', s.sum_id) AS pair_id,
    s.claim_id,
    s.article_id,
    f.sum_id AS first_id,
    s.sum_id AS second_id,
    f.as_printed AS first_printed,
    s.as_printed AS second_printed,
    s.about,
    s.measure,
    s.currency,
    s.unit,
    s.extent = 'total' AS is_total,
    coalesce(f.voice = s.voice, FALSE) AS is_one_voice,
    f.is_now AND s.is_now OR f.first_day = f.last_day AND s.first_day = s.last_day AS is_one_time,
    greatest(f.low - s.high, s.low - f.high) AS apart,
    greatest(f.low, s.low) AS above
FROM told AS f
JOIN told AS s
    ON s.article_id = f.article_id
    AND s.about = f.about
    AND s.measure = f.measure
    AND s.extent = f.extent
    AND coalesce(s.period, '') = coalesce(f.period, '')
    AND coalesce(s.currency, '') = coalesce(f.currency, '')
    AND coalesce(s.unit, '') = coalesce(f.unit, '')
    AND (s.start > f.start OR (s.start = f.start AND s.sum_id > f.sum_id))
WHERE s.claim_id <> f.claim_id
    AND s.first_day <= f.last_day
    AND f.first_day <= s.last_day
    AND NOT (s.measure = 'estimate' AND coalesce(f.voice <> s.voice, FALSE))
