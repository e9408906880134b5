-- Every printed total of which parts are printed, with what its parts in the same measure, currency and unit
-- add up to at least (least), and what they surely do (surely): all of them where each is apart from each
-- other, else the largest. Two are apart in one claim, for periods that share no day, or where they are about
-- two actors of one kind; otherwise they may overlap, or be one part given twice. close_high is what the total can be
-- if it is as exact as its parts, where all are whole numbers of one scale (nominal is what these come to).
-- grain: sum_id
WITH parts AS (
    SELECT
        total.sum_id AS total_id,
        total.voice AS total_voice,
        part.sum_id,
        part.claim_id,
        part.about,
        part.as_printed,
        part.voice,
        -- "40 % of 2 billion" is a part in another unit: it is known as one, and adds nothing.
        CASE
            WHEN part.measure = total.measure
                AND coalesce(part.currency, '') = coalesce(total.currency, '')
                AND coalesce(part.unit, '') = coalesce(total.unit, '')
                THEN part.low
        END AS low,
        part.amount,
        part.high - part.low AS reach,
        -- "900 million", and parts of 410, 330 and 210 million: whole numbers of one scale.
        total.number * part.amount = part.number * total.amount AS is_alike,
        thing.kind,
        period.first_day,
        period.last_day
    FROM voiced_amounts AS total
    JOIN voiced_amounts AS part
        ON part.part_of = total.sum_id
        AND part.article_id = total.article_id
        AND part.sum_id <> total.sum_id
    LEFT JOIN actors AS thing ON thing.actor_id = part.about
    LEFT JOIN edtf AS period ON period.text = part.period
),
meetings AS (
    SELECT part.total_id, count(*) AS pairs
    FROM parts AS part
    JOIN parts AS other
        ON other.total_id = part.total_id
        AND other.sum_id > part.sum_id
        AND other.low IS NOT NULL
        AND part.low IS NOT NULL
    WHERE other.claim_id <> part.claim_id
        AND NOT coalesce(other.last_day < part.first_day OR part.last_day < other.first_day, FALSE)
        AND NOT coalesce(other.about <> part.about AND other.kind = part.kind, FALSE)
    GROUP BY part.total_id
),
added AS (
    SELECT
        total_id,
        sum(low) AS least,
        max(low) AS largest,
        min(low) AS smallest,
        sum(amount) AS nominal,
        min(reach) AS reach,
        bool_and(coalesce(is_alike, FALSE)) AS are_alike,
        bool_and(low IS NULL OR coalesce(voice = total_voice, FALSE)) AS is_one_voice,
        array_agg(CASE WHEN low IS NOT NULL THEN sum_id END) AS part_ids,
        string_agg(CASE WHEN low IS NOT NULL THEN concat('"', as_printed, '"') END, ', ' ORDER BY sum_id) AS parts
    FROM parts
    GROUP BY total_id
)
SELECT
    total.sum_id,
    total.claim_id,
    total.article_id,
    total.as_printed,
    total.currency,
    total.unit,
    total.low,
    total.high,
    total.amount AS total,
    added.least,
    CASE WHEN meetings.pairs IS NULL THEN added.least ELSE added.largest END AS surely,
    added.smallest,
    -- The total at the precision of its parts, and only where they come to a twentieth more: "1,000", and parts that
    -- make 1,003, is a round number.
    CASE
        WHEN added.are_alike AND added.nominal > 1.05 * total.amount THEN total.amount + added.reach / 2
    END AS close_high,
    added.nominal,
    added.is_one_voice,
    added.part_ids,
    added.parts
FROM voiced_amounts AS total
JOIN added ON added.total_id = total.sum_id
LEFT JOIN meetings ON meetings.total_id = total.sum_id
