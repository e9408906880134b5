-- Every printed share of which both amounts are printed, the part (of_) and the whole (whole_): what the share
-- can be, in parts of one, and how many of its unit are one; NULL where that is neither percent nor a ratio.
SELECT
    found.sum_id,
    found.claim_id,
    found.article_id,
    found.as_printed,
    found.unit,
    found.in_one,
    found.low / found.in_one AS low,
    found.high / found.in_one AS high,
    voiced.sum_id AS of_id,
    voiced.as_printed AS of_printed,
    voiced.low AS of_low,
    voiced.high AS of_high,
    other_voiced.sum_id AS whole_id,
    other_voiced.as_printed AS whole_printed,
    other_voiced.low AS whole_low,
    other_voiced.high AS whole_high,
    coalesce(voiced.currency, '') = coalesce(other_voiced.currency, '') AND coalesce(voiced.unit, '') = coalesce(other_voiced.unit, '') AS is_one_unit,
    coalesce(voiced.voice = found.voice AND other_voiced.voice = found.voice, FALSE) AS is_one_voice
FROM (
    SELECT
        *,
        CASE
            WHEN unit IN ('percent', 'per cent', '%') OR unit LIKE 'percent of %' THEN 100
            WHEN unit IS NULL OR unit IN ('share', 'fraction', 'ratio', 'times') THEN 1
        END AS in_one
    FROM voiced_amounts
) AS found
JOIN voiced_amounts AS voiced ON voiced.sum_id = found.ratio_of AND voiced.article_id = found.article_id AND voiced.sum_id <> found.sum_id
JOIN voiced_amounts AS other_voiced ON other_voiced.sum_id = found.ratio_to AND other_voiced.article_id = found.article_id AND other_voiced.sum_id <> found.sum_id
