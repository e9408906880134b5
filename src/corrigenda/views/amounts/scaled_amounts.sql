-- Every printed amount that the reference has comparable figures for. Where it fits none of them, and its
-- digits, multiplied (is_short) or divided by a thousand, a million or a billion, are those of one within
-- their rounding, figure_id is that figure, the one of the smallest factor.
WITH slips AS (
    SELECT
        c.sum_id,
        c.figure_id,
        f.factor,
        d.low * f.factor <= 1.000000001 * c.high AND d.high * f.factor >= 0.999999999 * c.low AS is_short
    FROM comparable_figures AS c
    JOIN printed_amounts AS s ON s.sum_id = c.sum_id AND s.amount > 0
    JOIN intervals AS d ON d.as_printed = s.as_printed AND d.amount = s.amount AND d.hedge = ''
    JOIN (VALUES (1e3), (1e6), (1e9)) AS f (factor)
        ON (d.low * f.factor <= 1.000000001 * c.high AND d.high * f.factor >= 0.999999999 * c.low)
        OR (d.low <= 1.000000001 * c.high * f.factor AND d.high >= 0.999999999 * c.low * f.factor)
)
SELECT
    s.sum_id,
    s.claim_id,
    s.as_printed,
    s.amount,
    s.currency,
    s.unit,
    c.is_sure,
    CASE WHEN c.away > 0 THEN n.figure_id END AS figure_id,
    n.factor,
    n.is_short
FROM printed_amounts AS s
JOIN (SELECT sum_id, min(away) AS away, bool_and(is_sure) AS is_sure FROM comparable_figures GROUP BY sum_id) AS c ON c.sum_id = s.sum_id
LEFT JOIN (
    SELECT l.sum_id, l.factor, min(l.figure_id) AS figure_id, bool_or(l.is_short) AS is_short
    FROM slips AS l
    JOIN (SELECT sum_id, min(factor) AS factor FROM slips GROUP BY sum_id) AS m ON m.sum_id = l.sum_id AND m.factor = l.factor
    GROUP BY l.sum_id, l.factor
) AS n ON n.sum_id = s.sum_id
