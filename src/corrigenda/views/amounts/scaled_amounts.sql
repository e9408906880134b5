-- Every printed amount that the reference has comparable figures for. Where it fits none of them, and its
-- digits, multiplied (is_short) or divided by a thousand, a million or a billion, are those of one within
-- their rounding, figure_id is that figure, the one of the smallest factor.
-- grain: sum_id
WITH slips AS (
    -- The hedge is left out: "about 24.4 million" is a slip of 24.4 billion by its digits, not by its hedge.
    SELECT
        comparable.sum_id,
        comparable.figure_id,
        scale.factor,
        digits.low * scale.factor <= 1.000000001 * comparable.high
            AND digits.high * scale.factor >= 0.999999999 * comparable.low AS is_short
    FROM comparable_figures AS comparable
    JOIN printed_amounts AS printed ON printed.sum_id = comparable.sum_id AND printed.amount > 0
    JOIN intervals AS digits
        ON digits.as_printed = printed.as_printed
        AND digits.amount = printed.amount
        AND digits.hedge = 'none'
    JOIN (VALUES (1e3), (1e6), (1e9)) AS scale (factor)
        ON (
            digits.low * scale.factor <= 1.000000001 * comparable.high
            AND digits.high * scale.factor >= 0.999999999 * comparable.low
        )
        OR (
            digits.low <= 1.000000001 * comparable.high * scale.factor
            AND digits.high >= 0.999999999 * comparable.low * scale.factor
        )
),
nearest AS (
    SELECT slip.sum_id, slip.factor, min(slip.figure_id) AS figure_id, bool_or(slip.is_short) AS is_short
    FROM slips AS slip
    JOIN (SELECT sum_id, min(factor) AS factor FROM slips GROUP BY sum_id) AS smallest
        ON smallest.sum_id = slip.sum_id
        AND smallest.factor = slip.factor
    GROUP BY slip.sum_id, slip.factor
),
compared AS (
    SELECT sum_id, min(away) AS away, bool_and(is_sure) AS is_sure
    FROM comparable_figures
    GROUP BY sum_id
)
SELECT
    printed.sum_id,
    printed.claim_id,
    printed.as_printed,
    printed.amount,
    printed.currency,
    printed.unit,
    compared.is_sure,
    CASE WHEN compared.away > 0 THEN nearest.figure_id END AS figure_id,
    nearest.factor,
    nearest.is_short
FROM printed_amounts AS printed
JOIN compared ON compared.sum_id = printed.sum_id
LEFT JOIN nearest ON nearest.sum_id = printed.sum_id
