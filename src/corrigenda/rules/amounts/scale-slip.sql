-- A printed amount has the digits of a known amount of the same thing, but another scale: thousand, million or
-- billion.
--
-- Why it happens: "Million" was written for "billion", three zeros were lost, a table in thousands or millions was
-- read as single units, or a long-scale billion (a million millions) was taken for a short one.
--
-- What is judged: The printed digits stand for every amount that rounds to them. If some known amount fits the
-- printed one as it is, the rule says nothing. Any difference other than scale is left to the rule that compares
-- amounts with the reference.
--
-- To settle: Look up the document that sets the amount, and the unit at the head of its table.
--
-- since: 0.2.0
-- severity: warning
-- subject: article
-- judges: scaled_amounts by sum_id
-- places: sums.amount basis, figures.amount basis, figures.known_from basis
-- message: "{as_printed}" has the digits of a known amount but not its scale: {known:amount}[ to
--   {known_high:amount}][ {currency}][ {unit}] ({label}) is {distance}[; {doubt}]
-- repair: sums.amount = {mended_cell}: the printed digits in the scale of {label}
SELECT
    s.sum_id,
    CASE WHEN s.is_sure THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    s.as_printed,
    s.currency,
    s.unit,
    s.figure_id,
    f.label,
    f.amount AS known,
    f.amount_high AS known_high,
    CASE
        WHEN s.is_short THEN CASE s.factor WHEN 1e3 THEN '1,000 times as much' WHEN 1e6 THEN 'a million times as much' ELSE 'a billion times as much' END
        ELSE CASE s.factor WHEN 1e3 THEN 'a thousandth of it' WHEN 1e6 THEN 'a millionth of it' ELSE 'a billionth of it' END
    END AS distance,
    CASE
        WHEN s.mended > 1e15 THEN NULL
        WHEN s.mended = floor(s.mended) THEN CAST(CAST(s.mended AS BIGINT) AS VARCHAR)
        ELSE CAST(s.mended AS VARCHAR)
    END AS mended_cell,
    CASE WHEN NOT s.is_sure THEN 'a known amount may cover another part of it, or may not have been known at the time of writing' END AS doubt
FROM (SELECT *, CASE WHEN is_short THEN amount * factor ELSE amount / factor END AS mended FROM scaled_amounts WHERE figure_id IS NOT NULL) AS s
JOIN figures AS f ON f.figure_id = s.figure_id
