-- Every printed difference, margin or change of which both amounts are printed, the one that is compared (of_) and the
-- one that it is compared with (to_), with what they are apart (least to most) in its unit, and whether that is known
-- (is_plain: in their unit; is_relative: in percent of the second). Percent of percentages can mean either.
-- grain: sum_id
WITH pairs AS (
    SELECT
        told.sum_id,
        told.claim_id,
        told.article_id,
        told.as_printed,
        told.currency,
        told.unit,
        told.low,
        told.high,
        compared.sum_id AS of_id,
        compared.as_printed AS of_printed,
        compared.low AS of_low,
        compared.high AS of_high,
        base.sum_id AS to_id,
        base.as_printed AS to_printed,
        base.low AS to_low,
        base.high AS to_high,
        coalesce(compared.currency, '') = coalesce(base.currency, '')
            AND coalesce(compared.unit, '') = coalesce(base.unit, '') AS is_one_unit,
        coalesce(told.currency, '') = coalesce(base.currency, '')
            AND (
                coalesce(told.unit, '') = coalesce(base.unit, '')
                OR (told.unit IN ('points', 'percentage points', 'percent points') AND base.unit IN ('percent', '%'))
            ) AS is_plain,
        coalesce(told.unit IN ('percent', 'per cent', '%', 'percent more', 'percent less'), FALSE) AS is_relative,
        coalesce(compared.voice = told.voice AND base.voice = told.voice, FALSE) AS is_one_voice
    FROM voiced_amounts AS told
    JOIN voiced_amounts AS compared
        ON compared.sum_id = told.difference_of
        AND compared.article_id = told.article_id
        AND compared.sum_id <> told.sum_id
    JOIN voiced_amounts AS base
        ON base.sum_id = told.difference_to
        AND base.article_id = told.article_id
        AND base.sum_id <> told.sum_id
)
SELECT
    *,
    greatest(of_low - to_high, to_low - of_high, 0) AS least,
    greatest(of_high - to_low, to_high - of_low) AS most,
    100 * greatest(of_low / nullif(to_high, 0) - 1, 1 - of_high / nullif(to_low, 0), 0) AS least_percent,
    100 * greatest(of_high / nullif(to_low, 0) - 1, 1 - of_low / nullif(to_high, 0)) AS most_percent
FROM pairs
