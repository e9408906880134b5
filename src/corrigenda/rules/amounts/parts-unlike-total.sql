-- The parts of a printed total add up to more than the total can be.
--
-- Why it happens: a digit or the scale of one part is lost, the total is that of another year, a part of a
-- part is counted beside it, or one part is told twice.
--
-- Every amount stands for all that rounds to its printed digits, so that rounded parts of a rounded total fit.
-- Parts that add up to less fit too: an article need not tell all of them. Only parts in the measure, the
-- currency and the unit of the total are added up. Parts that may overlap, or that another source tells than
-- the total, make it possible only.
--
-- To settle: find the document that divides the total, and see which amount it has otherwise, or which part
-- belongs to another part.
--
-- severity: error
-- subject: article
-- judges: amount_parts by sum_id
-- places: sums.amount basis, sums[part_ids].amount basis, sums[part_ids].part_of basis
-- message: the parts of "{as_printed}" that are told ({parts}) come to {told:amount}[ {currency}][ {unit}] or more,
--   {excess:amount} above the most that it stands for ({high:amount})[; {doubt}]
-- repair: sums.amount: a total of {told:amount} or more has room for these parts
SELECT
    sum_id,
    CASE WHEN least IS NULL OR smallest < 0 THEN 'undecided' WHEN is_surely_more AND is_one_voice THEN 'certain' ELSE 'possible' END AS verdict,
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
    CASE WHEN is_surely_more THEN surely ELSE least END AS told,
    CASE WHEN is_surely_more THEN surely ELSE least END - high AS excess,
    nullif(
        concat_ws(
            ' and ',
            CASE WHEN NOT is_surely_more THEN 'they may overlap or be one part told twice' END,
            CASE WHEN NOT is_one_voice THEN 'they and the total are not surely plain statements of one source' END
        ),
        ''
    ) AS doubt
FROM (SELECT *, surely - high > 1e-9 * abs(high) AS is_surely_more FROM amount_parts) AS p
WHERE least IS NULL OR least - high > 1e-9 * abs(high)
