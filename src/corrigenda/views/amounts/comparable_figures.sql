-- Figures of the reference that measure the same thing as a printed amount and can have been known when the
-- article was written. away is the distance between the two ranges (at most 0 where they meet), edge the
-- nearer end of the figure; is_sure where the extent is the same and it surely was known then.
SELECT
    *,
    greatest(low - said_high, said_low - high) AS away,
    CASE WHEN said_low > high THEN high ELSE low END AS edge
FROM (
    SELECT
        s.sum_id,
        s.low AS said_low,
        s.high AS said_high,
        f.figure_id,
        f.label,
        f.amount AS low,
        coalesce(f.amount_high, f.amount) AS high,
        s.extent = f.extent AND s.extent <> 'unstated' AND coalesce(k.last_day <= w.first_day, FALSE) AS is_sure
    FROM printed_amounts AS s
    JOIN figures AS f
        ON f.about = s.about
        AND f.measure = s.measure
        AND coalesce(f.currency, '') = coalesce(s.currency, '')
        AND coalesce(f.unit, '') = coalesce(s.unit, '')
        AND (f.extent = s.extent OR f.extent = 'unstated' OR s.extent = 'unstated')
    JOIN edtf AS k ON k.text = f.known_from
    JOIN claims AS c ON c.claim_id = s.claim_id
    JOIN passages AS p ON p.passage_id = c.passage_id
    JOIN writing_days AS w ON w.article_id = p.article_id
    WHERE k.first_day <= coalesce(w.last_day, 3652059)
) AS figures_then
