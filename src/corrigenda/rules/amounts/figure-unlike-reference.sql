-- A printed amount differs from every known amount of the same thing.
--
-- Why it happens: Somebody wrote million for billion, took a part for the whole or an estimate for a budget, used
-- an old amount that was raised since, or lost a digit.
--
-- What is judged: An amount is compared with the reference amounts of the same measure and thing, in the same
-- currency and unit, that were known when the article was written. The printed digits stand for every amount that
-- rounds to them. A clash is certain only if both amounts cover the same extent and the reference amount was
-- surely known by then. A difference in scale alone is left to a rule of its own.
--
-- To settle: Find the document that sets the amount, and say what it covers and from which date.
--
-- since: 0.1.0
-- severity: warning
-- subject: article
-- judges: plain_amounts by sum_id
-- places: sums.amount basis, figures[nearest_id].amount basis, figures[nearest_id].known_from basis
-- message: "{as_printed}" is unlike {compared} is
--   {nearest_amount:amount}[ {currency}][ {unit}] ({nearest}), {difference:amount} {direction}[: {ratio} times as much][; {doubt}]
-- repair: sums.amount: the nearest known amount, if that is what is meant: {nearest}
WITH compared AS (
    SELECT
        sum_id,
        count(*) AS compared,
        bool_and(is_sure) AS is_sure,
        min(away) AS away
    FROM comparable_figures
    GROUP BY sum_id
),
nearest AS (
    SELECT compared.sum_id, min(comparable.figure_id) AS figure_id
    FROM compared AS compared
    JOIN comparable_figures AS comparable ON comparable.sum_id = compared.sum_id AND comparable.away = compared.away
    GROUP BY compared.sum_id
)
SELECT
    printed.sum_id,
    CASE WHEN compared.sum_id IS NULL THEN 'undecided' WHEN compared.is_sure THEN 'certain' ELSE 'possible' END AS verdict,
    CASE WHEN compared.sum_id IS NULL THEN 'the reference has no amount of the same measure and thing that was known at the time of writing' END AS reason,
    printed.as_printed,
    printed.currency,
    printed.unit,
    CASE
        WHEN compared.compared = 1 THEN 'the one known amount of the same measure and thing, which'
        ELSE concat('every known amount of the same measure and thing (', CAST(compared.compared AS VARCHAR), '); the nearest')
    END AS compared,
    nearest.figure_id AS nearest_id,
    comparable.label AS nearest,
    comparable.edge AS nearest_amount,
    CASE WHEN comparable.edge = floor(comparable.edge) THEN CAST(CAST(comparable.edge AS BIGINT) AS VARCHAR) ELSE CAST(comparable.edge AS VARCHAR) END AS nearest_cell,
    abs(comparable.edge - printed.amount) AS difference,
    CASE WHEN comparable.edge > printed.amount THEN 'more' ELSE 'less' END AS direction,
    CASE WHEN comparable.edge >= 2 * printed.amount AND printed.amount > 0 THEN round(comparable.edge / printed.amount, 1) END AS ratio,
    CASE
        WHEN NOT compared.is_sure
            THEN concat(CASE WHEN compared.compared = 1 THEN 'it' ELSE 'some of them' END, ' may cover another part of it, or may not have been known at the time of writing')
    END AS doubt
FROM plain_amounts AS printed
LEFT JOIN compared AS compared ON compared.sum_id = printed.sum_id
LEFT JOIN nearest AS nearest ON nearest.sum_id = printed.sum_id
LEFT JOIN comparable_figures AS comparable ON comparable.sum_id = nearest.sum_id AND comparable.figure_id = nearest.figure_id
WHERE compared.sum_id IS NULL OR compared.away > 0
