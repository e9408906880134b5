-- An amount is printed that is unlike every known amount of the same thing.
--
-- Why it happens: million for billion, a part for the whole, an estimate for a sum set aside, an old amount
-- that was raised since, or a digit lost.
--
-- To settle: find the document that sets the amount, and say what it covers and as of when. Rounding is
-- allowed for: the printed digits stand for every amount that rounds to them.
--
-- severity: warning
-- subject: article
-- judges: printed_amounts by sum_id
-- places: sums.amount basis, figures[nearest_id].amount basis, figures[nearest_id].known_from basis
-- message: "{as_printed}" is unlike the {compared} known amounts of the same measure; the nearest is {nearest_amount:amount}
--   [ {currency}] ({nearest}), {ratio} times {direction}
-- repair: sums.amount = {nearest_amount:amount}: the amount is the nearest known one
WITH compared AS (
    SELECT
        c.sum_id,
        count(*) AS compared,
        bool_and(c.is_sure) AS is_sure,
        bool_or(c.low <= s.high AND c.high >= s.low) AS is_like,
        min(greatest(c.low - s.high, s.low - c.high)) AS distance
    FROM comparable_figures AS c
    JOIN printed_amounts AS s ON s.sum_id = c.sum_id
    GROUP BY c.sum_id
),
nearest AS (
    SELECT c.sum_id, min(c.figure_id) AS figure_id
    FROM comparable_figures AS c
    JOIN printed_amounts AS s ON s.sum_id = c.sum_id
    JOIN compared AS d ON d.sum_id = c.sum_id AND greatest(c.low - s.high, s.low - c.high) = d.distance
    GROUP BY c.sum_id
)
SELECT
    s.sum_id,
    CASE WHEN d.sum_id IS NULL THEN 'undecided' WHEN d.is_sure THEN 'certain' ELSE 'possible' END AS verdict,
    CASE WHEN d.sum_id IS NULL THEN 'the reference has no amount of the same measure and thing' END AS reason,
    s.as_printed,
    s.currency,
    d.compared,
    n.figure_id AS nearest_id,
    f.label AS nearest,
    f.low AS nearest_amount,
    round(greatest(f.low, s.amount) / greatest(least(f.low, s.amount), 0.000001), 1) AS ratio,
    CASE WHEN f.low > s.amount THEN 'more' ELSE 'less' END AS direction
FROM printed_amounts AS s
LEFT JOIN compared AS d ON d.sum_id = s.sum_id
LEFT JOIN nearest AS n ON n.sum_id = s.sum_id
LEFT JOIN comparable_figures AS f ON f.sum_id = n.sum_id AND f.figure_id = n.figure_id
WHERE d.sum_id IS NULL OR NOT d.is_like
