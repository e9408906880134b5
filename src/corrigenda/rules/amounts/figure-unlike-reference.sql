-- A printed amount differs from every known amount of the same thing.
--
-- Why it happens: Somebody wrote million for billion, took a part for the whole or an estimate for a budget, used
-- an old amount that was raised since, or lost a digit.
--
-- What is judged: An amount is compared with the reference amounts of the same measure and thing, in the same
-- currency and unit, that were known when the article was written. The printed digits stand for every amount that
-- rounds to them. Of two amounts that one claim gives for a thing ("fell from 33 seats to 25"), only one need be the
-- known one, and an amount of a time before that of the known one is another. A clash is certain only if both
-- amounts cover the same extent and the reference amount was surely known by then. A difference in scale alone is
-- left to a rule of its own.
--
-- To settle: Find the document that sets the amount, and say what it covers and from which date.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: amounts_in_scale by sum_id
-- places: sums.amount basis, figures[nearest_id].amount basis, figures[nearest_id].known_from basis
-- message: "{as_printed}" is unlike {compared} is
--   {nearest_amount:amount}[ {currency}][ {unit}] ({nearest}): {difference:amount} {direction}[, or {ratio} times as
--   much][; {doubt}]
-- repair: sums.amount: the amount is the nearest known one, if that is what is meant: {nearest}
WITH compared AS (
    SELECT
        sum_id,
        max(among) AS figures,
        bool_and(is_sure) AS is_sure,
        bool_or(is_changing) AS is_changing,
        min(away) AS away
    FROM comparable_figures
    GROUP BY sum_id
),
nearest AS (
    SELECT sum_id, min_by(figure_id, (away, figure_id)) AS figure_id
    FROM comparable_figures
    GROUP BY sum_id
)
SELECT
    printed.sum_id,
    CASE
        WHEN compared.sum_id IS NULL THEN 'undecided'
        WHEN compared.is_sure THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN compared.sum_id IS NULL
            THEN 'the reference has no amount for this that was known at the time of writing'
    END AS reason,
    printed.as_printed,
    printed.currency,
    printed.unit,
    CASE
        WHEN compared.figures = 1 THEN 'the one known amount for this, which'
        ELSE concat(
            'every known amount for this (', CAST(compared.figures AS VARCHAR), '); the nearest'
        )
    END AS compared,
    nearest.figure_id AS nearest_id,
    figure.label AS nearest,
    figure.edge AS nearest_amount,
    abs(figure.edge - printed.amount) AS difference,
    CASE WHEN figure.edge > printed.amount THEN 'more' ELSE 'less' END AS direction,
    CASE
        WHEN figure.edge >= 2 * printed.amount AND printed.amount > 0 THEN round(figure.edge / printed.amount, 1)
    END AS ratio,
    CASE
        WHEN compared.is_sure THEN NULL
        WHEN compared.is_changing THEN 'the claim gives more than one amount for this'
        WHEN compared.figures = 1
            THEN 'it may cover another part of it, or may not have been known at the time of writing'
        ELSE 'some of them may cover another part of it, or may not have been known at the time of writing'
    END AS doubt
FROM amounts_in_scale AS printed
LEFT JOIN compared ON compared.sum_id = printed.sum_id
LEFT JOIN nearest ON nearest.sum_id = printed.sum_id
LEFT JOIN comparable_figures AS figure ON figure.sum_id = nearest.sum_id AND figure.figure_id = nearest.figure_id
WHERE compared.sum_id IS NULL OR compared.away > 0
