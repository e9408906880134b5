-- Every printed share of which both amounts are printed, the part (of_) and the whole (whole_): what the share
-- can be, in parts of one, and how many of its unit are one; NULL where that is neither percent nor a ratio.
SELECT
    s.sum_id,
    s.claim_id,
    s.article_id,
    s.as_printed,
    s.unit,
    s.in_one,
    s.low / s.in_one AS low,
    s.high / s.in_one AS high,
    o.sum_id AS of_id,
    o.as_printed AS of_printed,
    o.low AS of_low,
    o.high AS of_high,
    w.sum_id AS whole_id,
    w.as_printed AS whole_printed,
    w.low AS whole_low,
    w.high AS whole_high,
    coalesce(o.currency, '') = coalesce(w.currency, '') AND coalesce(o.unit, '') = coalesce(w.unit, '') AS is_one_unit,
    coalesce(o.voice = s.voice AND w.voice = s.voice, FALSE) AS is_one_voice
FROM (
    SELECT
        *,
        CASE
            WHEN unit IN ('percent', 'per cent', '%') OR unit LIKE 'percent of %' THEN 100
            WHEN unit IS NULL OR unit IN ('share', 'fraction', 'ratio', 'times') THEN 1
        END AS in_one
    FROM voiced_amounts
) AS s
JOIN voiced_amounts AS o ON o.sum_id = s.ratio_of AND o.article_id = s.article_id AND o.sum_id <> s.sum_id
JOIN voiced_amounts AS w ON w.sum_id = s.ratio_to AND w.article_id = s.article_id AND w.sum_id <> s.sum_id
