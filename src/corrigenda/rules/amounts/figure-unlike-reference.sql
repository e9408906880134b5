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
    SELECT c.sum_id, min(f.figure_id) AS figure_id
    FROM compared AS c
    JOIN comparable_figures AS f ON f.sum_id = c.sum_id AND f.away = c.away
    GROUP BY c.sum_id
)
SELECT
    s.sum_id,
    CASE WHEN c.sum_id IS NULL THEN 'undecided' WHEN c.is_sure THEN 'certain' ELSE 'possible' END AS verdict,
    CASE WHEN c.sum_id IS NULL THEN 'the reference has no amount of the same measure and thing that was known at the time of writing' END AS reason,
    s.as_printed,
    s.currency,
    s.unit,
    CASE
        WHEN c.compared = 1 THEN 'the one known amount of the same measure and thing, which'
        ELSE concat('every known amount of the same measure and thing (', CAST(c.compared AS VARCHAR), '); the nearest')
    END AS compared,
    n.figure_id AS nearest_id,
    f.label AS nearest,
    f.edge AS nearest_amount,
    CASE WHEN f.edge = floor(f.edge) THEN CAST(CAST(f.edge AS BIGINT) AS VARCHAR) ELSE CAST(f.edge AS VARCHAR) END AS nearest_cell,
    abs(f.edge - s.amount) AS difference,
    CASE WHEN f.edge > s.amount THEN 'more' ELSE 'less' END AS direction,
    CASE WHEN f.edge >= 2 * s.amount AND s.amount > 0 THEN round(f.edge / s.amount, 1) END AS ratio,
    CASE
        WHEN NOT c.is_sure
            THEN concat(CASE WHEN c.compared = 1 THEN 'it' ELSE 'some of them' END, ' may cover another part of it, or may not have been known at the time of writing')
    END AS doubt
FROM plain_amounts AS s
LEFT JOIN compared AS c ON c.sum_id = s.sum_id
LEFT JOIN nearest AS n ON n.sum_id = s.sum_id
LEFT JOIN comparable_figures AS f ON f.sum_id = n.sum_id AND f.figure_id = n.figure_id
WHERE c.sum_id IS NULL OR c.away > 0
