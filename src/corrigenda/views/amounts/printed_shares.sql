-- Every printed share of which both amounts are printed, the part (of_) and the whole (whole_): what the share
-- can be, in parts of one, and how many of its unit are one; NULL where that is neither percent nor a ratio.
-- grain: sum_id
WITH shares AS (
    SELECT
        *,
        CASE
            WHEN unit IN ('percent', 'per cent', '%') OR unit LIKE 'percent of %' THEN 100
            WHEN unit IS NULL OR unit IN ('share', 'fraction', 'ratio', 'times') THEN 1
        END AS in_one
    FROM voiced_amounts
)
SELECT
    share.sum_id,
    share.claim_id,
    share.article_id,
    share.as_printed,
    share.unit,
    share.in_one,
    share.low / share.in_one AS low,
    share.high / share.in_one AS high,
    part.sum_id AS of_id,
    part.as_printed AS of_printed,
    part.low AS of_low,
    part.high AS of_high,
    whole.sum_id AS whole_id,
    whole.as_printed AS whole_printed,
    whole.low AS whole_low,
    whole.high AS whole_high,
    coalesce(part.currency, '') = coalesce(whole.currency, '')
        AND coalesce(part.unit, '') = coalesce(whole.unit, '') AS is_one_unit,
    coalesce(part.voice = share.voice AND whole.voice = share.voice, FALSE) AS is_one_voice
FROM shares AS share
JOIN voiced_amounts AS part
    ON part.sum_id = share.ratio_of
    AND part.article_id = share.article_id
    AND part.sum_id <> share.sum_id
JOIN voiced_amounts AS whole
    ON whole.sum_id = share.ratio_to
    AND whole.article_id = share.article_id
    AND whole.sum_id <> share.sum_id
