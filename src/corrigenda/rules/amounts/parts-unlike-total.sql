-- The parts of a printed total add up to more than the total can be.
--
-- Why it happens: One part lost a digit or its scale, the total is from another year, a part of a part was counted
-- as a part of the whole, or one part was counted twice.
--
-- What is judged: Each amount stands for everything that rounds to its printed digits, so rounded parts of a
-- rounded total fit. Parts that add up to less than the total also fit, because an article need not list them all.
-- If total and parts are whole numbers of one scale ("900 million", and 410, 330 and 210 million), and the parts come
-- to a twentieth more, it is possible. Only parts in the same measure, currency and unit as the total are added. If
-- parts may overlap, or come from another source than the total, the clash is only possible.
--
-- To settle: Find the document that divides the total. Check the total, and check whether one part belongs to
-- another.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: amount_parts by sum_id
-- places: sums.amount basis, sums[part_ids].amount basis, sums[part_ids].part_of basis
-- message: the printed parts of "{as_printed}" ({parts}) come to {told:amount}[ {currency}][ {unit}]{or_more},
--   {excess:amount} more than the total {says} ({allowed:amount})[; {doubt}]
-- repair: sums.amount: a total of {told:amount}{or_more} has room for these parts
WITH added AS (
    SELECT
        *,
        surely - high > 1e-9 * abs(high) AS is_surely_more,
        least - high <= 1e-9 * abs(high) AS is_only_close
    FROM amount_parts
)
SELECT
    sum_id,
    CASE
        WHEN least IS NULL OR smallest < 0 THEN 'undecided'
        WHEN is_surely_more AND is_one_voice THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN least IS NULL THEN 'no part is in the measure, the currency and the unit of the total'
        WHEN smallest < 0 THEN 'a part below zero leaves room for the others'
    END AS reason,
    as_printed,
    currency,
    unit,
    part_ids,
    parts,
    high,
    CASE WHEN is_only_close THEN nominal WHEN is_surely_more THEN surely ELSE least END AS told,
    CASE WHEN is_only_close THEN '' ELSE ' or more' END AS or_more,
    CASE WHEN is_only_close THEN nominal - total WHEN is_surely_more THEN surely - high ELSE least - high END AS excess,
    CASE WHEN is_only_close THEN 'as it is printed' ELSE 'can be' END AS says,
    CASE WHEN is_only_close THEN total ELSE high END AS allowed,
    nullif(
        concat_ws(
            ' and ',
            CASE
                WHEN is_only_close THEN 'the total may be rounded more than its parts'
                WHEN NOT is_surely_more THEN 'they may overlap or be one part given twice'
            END,
            CASE WHEN NOT is_one_voice THEN 'they and the total are not surely plain statements of one source' END
        ),
        ''
    ) AS doubt
FROM added
WHERE least IS NULL OR least - high > 1e-9 * abs(high) OR surely - close_high > 1e-9 * abs(close_high)
