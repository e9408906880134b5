-- Every printed amount that the reference has comparable figures for. Where it fits none of them, and its
-- digits, multiplied (is_short) or divided by a thousand, a million or a billion, are those of one within
-- their rounding, figure_id is that figure, the one of the smallest factor.
WITH slips AS (
    SELECT
        comparable.sum_id,
        comparable.figure_id,
        factor.factor,
        allowed.low * factor.factor <= 1.000000001 * comparable.high AND allowed.high * factor.factor >= 0.999999999 * comparable.low AS is_short
    FROM comparable_figures AS comparable
    JOIN printed_amounts AS printed ON printed.sum_id = comparable.sum_id AND printed.amount > 0
    JOIN intervals AS allowed ON allowed.as_printed = printed.as_printed AND allowed.amount = printed.amount AND allowed.hedge = ''
    JOIN (VALUES (1e3), (1e6), (1e9)) AS factor (factor)
        ON (allowed.low * factor.factor <= 1.000000001 * comparable.high AND allowed.high * factor.factor >= 0.999999999 * comparable.low)
        OR (allowed.low <= 1.000000001 * comparable.high * factor.factor AND allowed.high >= 0.999999999 * comparable.low * factor.factor)
)
SELECT
    printed.sum_id,
    printed.claim_id,
    printed.as_printed,
    printed.amount,
    printed.currency,
    printed.unit,
    found.is_sure,
    CASE WHEN found.away > 0 THEN other_found.figure_id END AS figure_id,
    other_found.factor,
    other_found.is_short
FROM printed_amounts AS printed
JOIN (SELECT sum_id, min(away) AS away, bool_and(is_sure) AS is_sure FROM comparable_figures GROUP BY sum_id) AS found ON found.sum_id = printed.sum_id
LEFT JOIN (
    SELECT slips.sum_id, slips.factor, min(slips.figure_id) AS figure_id, bool_or(slips.is_short) AS is_short
    FROM slips AS slips
    JOIN (SELECT sum_id, min(factor) AS factor FROM slips GROUP BY sum_id) AS found ON found.sum_id = slips.sum_id AND found.factor = slips.factor
    GROUP BY slips.sum_id, slips.factor
) AS other_found ON other_found.sum_id = printed.sum_id
