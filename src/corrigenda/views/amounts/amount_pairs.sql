-- Two amounts that different claims of one article print for the same thing: the same actor, measure, extent,
-- period, currency and unit, neither a part of another amount nor a difference, at times that are not surely
-- different. Two estimates of two sources are two amounts. Measures that hold many things (distance, duration,
-- share …) are not compared. Among more than twelve amounts of one thing each is compared with the first alone: 1,500
-- amounts are 1,499 pairs and not a million.
-- grain: pair_id
WITH comparable AS (
    SELECT
        voiced.*,
        days.first_day,
        days.last_day,
        coalesce(days.is_now, TRUE) AS is_now,
        row_number() OVER (
            PARTITION BY
                voiced.article_id, voiced.about, voiced.measure, voiced.extent, voiced.period, voiced.currency,
                voiced.unit
            ORDER BY voiced."start", voiced.sum_id
        ) AS turn,
        count(*) OVER (
            PARTITION BY
                voiced.article_id, voiced.about, voiced.measure, voiced.extent, voiced.period, voiced.currency,
                voiced.unit
        ) AS among
    FROM voiced_amounts AS voiced
    LEFT JOIN claim_days AS days ON days.claim_id = voiced.claim_id
    WHERE voiced.about IS NOT NULL
        AND voiced.measure IN ('allocation', 'cost', 'estimate', 'spending', 'count')
        AND voiced.extent IN ('total', 'unstated')
        AND voiced.part_of IS NULL
        AND voiced.difference_of IS NULL
        AND coalesce(voiced.currency, voiced.unit) IS NOT NULL
)
SELECT
    concat(earlier.sum_id, ' ', later.sum_id) AS pair_id,
    later.claim_id,
    later.article_id,
    earlier.sum_id AS first_id,
    later.sum_id AS second_id,
    earlier.as_printed AS first_printed,
    later.as_printed AS second_printed,
    later.about,
    later.measure,
    later.currency,
    later.unit,
    later.extent = 'total' AS is_total,
    coalesce(earlier.voice = later.voice, FALSE) AS is_one_voice,
    earlier.is_now AND later.is_now
        OR coalesce(earlier.first_day = earlier.last_day AND later.first_day = later.last_day, FALSE) AS is_one_time,
    greatest(earlier.low - later.high, later.low - earlier.high) AS apart,
    greatest(earlier.low, later.low) AS above
FROM comparable AS earlier
JOIN comparable AS later
    ON later.article_id = earlier.article_id
    AND later.about = earlier.about
    AND later.measure = earlier.measure
    AND later.extent = earlier.extent
    AND coalesce(later.period, '') = coalesce(earlier.period, '')
    AND coalesce(later.currency, '') = coalesce(earlier.currency, '')
    AND coalesce(later.unit, '') = coalesce(earlier.unit, '')
    AND (later."start" > earlier."start" OR (later."start" = earlier."start" AND later.sum_id > earlier.sum_id))
WHERE (earlier.turn = 1 OR earlier.among <= 12)
    AND later.claim_id <> earlier.claim_id
    AND NOT coalesce(later.first_day > earlier.last_day, FALSE)
    AND NOT coalesce(earlier.first_day > later.last_day, FALSE)
    AND NOT (later.measure = 'estimate' AND coalesce(earlier.voice <> later.voice, FALSE))
