-- A printed share, or multiple, does not fit the two amounts that it relates.
--
-- Why it happens: The share is from another year or of another whole, the part and the rest were swapped, or one
-- of the amounts was updated and the share was not.
--
-- What is judged: Part, whole and share each stand for everything that rounds to their printed digits. The share
-- fits if some possible part is that share of some possible whole. "Three times as much" and "20 percent more" are
-- judged in the same way. "Three times more" fits three times as much, and four times. If the three may come from
-- different sources, the clash is only possible.
--
-- To settle: Divide the part by the whole, and find out which of the three numbers differs in the source.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: printed_shares by sum_id
-- places: sums.amount basis, sums[of_id].amount basis, sums[whole_id].amount basis
-- message: "{as_printed}" does not fit "{of_printed}" and "{whole_printed}": the first is {direction} {quotient:amount}
--   {put} the second[; {doubt}]
-- repair: sums.amount: {direction} {quotient:amount} {unit} fits the two amounts
WITH judged AS (
    SELECT
        *,
        CASE
            WHEN in_one IS NULL THEN 'the share is neither in percent nor a plain ratio'
            WHEN NOT is_one_unit THEN 'the two amounts are not in one currency and unit'
            WHEN of_low < 0 OR whole_low < 0 OR (low < 0 AND manner = 'of') THEN 'one of the amounts can be below zero'
            WHEN whole_high = 0 THEN 'the whole is zero'
        END AS reason,
        of_low - high * whole_high > 1e-9 * of_low AS is_short,
        low * whole_low - of_high > 1e-9 * of_high AS is_long
    FROM printed_shares
),
measured AS (
    SELECT
        *,
        -- Of 50 and 60, given as "20 percent less", the nearest ratio is one of more and not of less.
        CASE
            WHEN in_one > 1 AND manner <> 'of' THEN abs(ratio - 1)
            ELSE ratio
        END AS told,
        CASE
            WHEN in_one = 1 THEN 'times'
            WHEN manner = 'of' THEN 'percent of'
            WHEN ratio >= 1 THEN 'percent more than'
            ELSE 'percent less than'
        END AS put,
        is_short = (in_one = 1 OR manner = 'of' OR ratio >= 1) AS is_least
    FROM (
        SELECT
            *,
            CASE WHEN is_short THEN of_low / nullif(whole_high, 0) ELSE of_high / nullif(whole_low, 0) END AS ratio
        FROM judged
    ) AS divided
)
SELECT
    sum_id,
    CASE WHEN reason IS NOT NULL THEN 'undecided' WHEN is_one_voice THEN 'certain' ELSE 'possible' END AS verdict,
    reason,
    as_printed,
    of_id,
    of_printed,
    whole_id,
    whole_printed,
    put,
    CASE put WHEN 'percent of' THEN 'percent' WHEN 'times' THEN 'times' ELSE replace(put, ' than', '') END AS unit,
    round(told, 4) * in_one AS quotient,
    CASE WHEN is_least THEN 'at least' ELSE 'at most' END AS direction,
    CASE WHEN NOT is_one_voice THEN 'the three are not surely plain statements of one source' END AS doubt
FROM measured
WHERE reason IS NOT NULL OR is_short OR is_long
