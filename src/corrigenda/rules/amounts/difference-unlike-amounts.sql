-- A printed difference, margin or change does not fit the two amounts that it is between.
--
-- Why it happens: One of the amounts was updated and the difference was not, it was counted from another year, or
-- somebody slipped when taking one from the other.
--
-- What is judged: Both amounts and the difference each stand for everything that rounds to their printed digits. The
-- difference fits if some possible amounts are so far apart, whichever of the two is more. A difference in percent is
-- counted from the amount that the other one is compared with. Between two percentages, "percent" may also mean
-- percentage points. If the three may come from different sources, the clash is only possible.
--
-- To settle: Take one amount from the other, and find out which of the three numbers differs in the source.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: printed_differences by sum_id
-- places: sums.amount basis, sums[of_id].amount basis, sums[to_id].amount basis
-- message: "{as_printed}" does not fit the difference of "{of_printed}" and "{to_printed}", which is {direction}
--   {known:amount}[ {currency}][ {counted}][; {doubt}]
-- repair: sums.amount: {direction} {known:amount} fits the two amounts
WITH judged AS (
    SELECT
        *,
        CASE
            WHEN NOT is_one_unit THEN 'the two amounts are not in one currency and unit'
            WHEN NOT is_plain AND NOT is_relative THEN 'the difference is in another currency or unit than the amounts'
            WHEN NOT is_plain AND (to_low <= 0 OR of_low < 0) THEN 'one of the amounts can be zero or less'
        END AS reason,
        (is_plain AND least <= high * 1.000000001 AND most >= low * 0.999999999)
        OR (
            is_relative
            AND coalesce(least_percent <= high * 1.000000001 AND most_percent >= low * 0.999999999, NOT is_plain)
        ) AS fits
    FROM printed_differences
)
SELECT
    sum_id,
    CASE WHEN reason IS NOT NULL THEN 'undecided' WHEN is_one_voice THEN 'certain' ELSE 'possible' END AS verdict,
    reason,
    as_printed,
    of_id,
    of_printed,
    to_id,
    to_printed,
    CASE WHEN is_plain THEN currency END AS currency,
    CASE
        WHEN NOT is_plain THEN concat('percent of "', to_printed, '"')
        WHEN unit IN ('percent', '%') THEN 'percentage points'
        ELSE unit
    END AS counted,
    CASE
        WHEN is_plain AND least > high THEN least
        WHEN is_plain THEN most
        WHEN least_percent > high THEN round(least_percent, 2)
        ELSE round(most_percent, 2)
    END AS known,
    CASE
        WHEN CASE WHEN is_plain THEN least ELSE least_percent END > high THEN 'at least'
        ELSE 'at most'
    END AS direction,
    CASE WHEN NOT is_one_voice THEN 'the three are not surely plain statements of one source' END AS doubt
FROM judged
WHERE reason IS NOT NULL OR NOT fits
