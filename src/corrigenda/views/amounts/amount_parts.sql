-- Every printed total of which parts are printed, with what its parts in the same measure, currency and unit
-- add up to at least (least), and what they surely do (surely): all of them where each is apart from each
-- other, else the largest. Two are apart in one claim, for periods that share no day, or where they are about
-- two actors of one kind; otherwise they may overlap, or be one part told twice.
WITH parts AS (
    SELECT
        voiced.sum_id AS total_id,
        voiced.voice AS total_voice,
        other_voiced.sum_id,
        other_voiced.claim_id,
        other_voiced.about,
        other_voiced.as_printed,
        other_voiced.voice,
        CASE
            WHEN other_voiced.measure = voiced.measure AND coalesce(other_voiced.currency, '') = coalesce(voiced.currency, '') AND coalesce(other_voiced.unit, '') = coalesce(voiced.unit, '')
                THEN other_voiced.low
        END AS low,
        actor.kind,
        span.first_day,
        span.last_day
    FROM voiced_amounts AS voiced
    JOIN voiced_amounts AS other_voiced ON other_voiced.part_of = voiced.sum_id AND other_voiced.article_id = voiced.article_id AND other_voiced.sum_id <> voiced.sum_id
    LEFT JOIN actors AS actor ON actor.actor_id = other_voiced.about
    LEFT JOIN edtf AS span ON span.text = other_voiced.period
),
meetings AS (
    SELECT part.total_id, count(*) AS pairs
    FROM parts AS part
    JOIN parts AS other_part ON other_part.total_id = part.total_id AND other_part.sum_id > part.sum_id AND other_part.low IS NOT NULL AND part.low IS NOT NULL
    WHERE other_part.claim_id <> part.claim_id
        AND NOT coalesce(other_part.last_day < part.first_day OR part.last_day < other_part.first_day, FALSE)
        AND NOT coalesce(other_part.about <> part.about AND other_part.kind = part.kind, FALSE)
    GROUP BY part.total_id
)
SELECT
    voiced.sum_id,
    voiced.claim_id,
    voiced.article_id,
    voiced.as_printed,
    voiced.currency,
    voiced.unit,
    voiced.low,
    voiced.high,
    found.least,
    CASE WHEN meetings.pairs IS NULL THEN found.least ELSE found.largest END AS surely,
    found.smallest,
    found.is_one_voice,
    found.part_ids,
    found.parts
FROM voiced_amounts AS voiced
JOIN (
    SELECT
        total_id,
        sum(low) AS least,
        max(low) AS largest,
        min(low) AS smallest,
        bool_and(low IS NULL OR coalesce(voice = total_voice, FALSE)) AS is_one_voice,
        array_agg(CASE WHEN low IS NOT NULL THEN sum_id END) AS part_ids,
        string_agg(CASE WHEN low IS NOT NULL THEN concat('"', as_printed, '"') END, ', ' ORDER BY sum_id) AS parts
    FROM parts
    GROUP BY total_id
) AS found ON found.total_id = voiced.sum_id
LEFT JOIN meetings AS meetings ON meetings.total_id = voiced.sum_id
