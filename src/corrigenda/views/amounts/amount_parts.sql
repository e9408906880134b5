-- Every printed total of which parts are printed, with what its parts in the same measure, currency and unit
-- add up to at least (least), and what they surely do (surely): all of them where each is apart from each
-- other, else the largest. Two are apart in one claim, for periods that share no day, or where they are about
-- two actors of one kind; otherwise they may overlap, or be one part told twice.
WITH parts AS (
    SELECT
        t.sum_id AS total_id,
        t.voice AS total_voice,
        p.sum_id,
        p.claim_id,
        p.about,
        p.as_printed,
        p.voice,
        CASE
            WHEN p.measure = t.measure AND coalesce(p.currency, '') = coalesce(t.currency, '') AND coalesce(p.unit, '') = coalesce(t.unit, '')
                THEN p.low
        END AS low,
        a.kind,
        e.first_day,
        e.last_day
    FROM voiced_amounts AS t
    JOIN voiced_amounts AS p ON p.part_of = t.sum_id AND p.article_id = t.article_id AND p.sum_id <> t.sum_id
    LEFT JOIN actors AS a ON a.actor_id = p.about
    LEFT JOIN edtf AS e ON e.text = p.period
),
meetings AS (
    SELECT p.total_id, count(*) AS pairs
    FROM parts AS p
    JOIN parts AS o ON o.total_id = p.total_id AND o.sum_id > p.sum_id AND o.low IS NOT NULL AND p.low IS NOT NULL
    WHERE o.claim_id <> p.claim_id
        AND NOT coalesce(o.last_day < p.first_day OR p.last_day < o.first_day, FALSE)
        AND NOT coalesce(o.about <> p.about AND o.kind = p.kind, FALSE)
    GROUP BY p.total_id
)
SELECT
    t.sum_id,
    t.claim_id,
    t.article_id,
    t.as_printed,
    t.currency,
    t.unit,
    t.low,
    t.high,
    s.least,
    CASE WHEN o.pairs IS NULL THEN s.least ELSE s.largest END AS surely,
    s.smallest,
    s.is_one_voice,
    s.part_ids,
    s.parts
FROM voiced_amounts AS t
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
) AS s ON s.total_id = t.sum_id
LEFT JOIN meetings AS o ON o.total_id = t.sum_id
