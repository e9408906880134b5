-- Every printed share, or multiple, of which both amounts are printed, the part (of_) and the whole (whole_): the
-- ratios that it allows (low to high), and how many of its unit are one; NULL where that is neither percent nor a
-- ratio. manner is how the unit counts: of (a share or multiple), more or less ("20 percent more"); "three times more"
-- can mean three times as much, or four.
-- grain: sum_id
WITH shares AS (
    SELECT
        *,
        CASE
            WHEN unit LIKE '% more' THEN 'more'
            WHEN unit LIKE '% less' THEN 'less'
            ELSE 'of'
        END AS manner,
        CASE
            WHEN unit IN ('percent', 'per cent', '%', 'percent more', 'percent less')
                OR unit LIKE 'percent of %' THEN 100
            WHEN unit IS NULL OR unit IN ('share', 'fraction', 'ratio', 'times', 'times more') THEN 1
        END AS in_one
    FROM voiced_amounts
    WHERE ratio_of IS NOT NULL AND ratio_to IS NOT NULL
)
SELECT
    share.sum_id,
    share.claim_id,
    share.article_id,
    share.as_printed,
    share.unit,
    share.manner,
    share.in_one,
    CASE
        WHEN share.manner = 'less' THEN 1 - share.high / share.in_one
        WHEN share.manner = 'more' AND share.in_one > 1 THEN 1 + share.low / share.in_one
        ELSE share.low / share.in_one
    END AS low,
    CASE
        WHEN share.manner = 'less' THEN 1 - share.low / share.in_one
        WHEN share.manner = 'more' THEN 1 + share.high / share.in_one
        ELSE share.high / share.in_one
    END AS high,
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
