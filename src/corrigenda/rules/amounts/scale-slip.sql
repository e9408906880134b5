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
-- severity: error
-- subject: article
-- judges: scaled_amounts by sum_id
-- places: sums.amount basis, figures.amount basis, figures.known_from basis
-- message: "{as_printed}" has the digits of a known amount but not its scale: {known:amount}[ to
--   {known_high:amount}][ {currency}][ {unit}] ({label}) is {distance}[; {doubt}]
-- repair: sums.amount = {mended_cell}: the printed digits in the scale of {label}
WITH slips AS (
    SELECT *, CASE WHEN is_short THEN amount * factor ELSE amount / factor END AS mended
    FROM scaled_amounts
    WHERE figure_id IS NOT NULL
),
scales AS (
    SELECT factor, more, less
    FROM (
        VALUES
            (1e3, '1,000 times as much', 'a thousandth of it'),
            (1e6, 'a million times as much', 'a millionth of it'),
            (1e9, 'a billion times as much', 'a billionth of it')
    ) AS listed (factor, more, less)
)
SELECT
    slip.sum_id,
    CASE WHEN slip.is_sure THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    slip.as_printed,
    slip.currency,
    slip.unit,
    slip.figure_id,
    figure.label,
    figure.amount AS known,
    figure.amount_high AS known_high,
    CASE WHEN slip.is_short THEN scale.more ELSE scale.less END AS distance,
    -- Above 1e15 a number of this kind is not exact, and no cell is proposed.
    CASE
        WHEN slip.mended > 1e15 THEN NULL
        WHEN slip.mended = floor(slip.mended) THEN CAST(CAST(slip.mended AS BIGINT) AS VARCHAR)
        ELSE CAST(slip.mended AS VARCHAR)
    END AS mended_cell,
    CASE
        WHEN NOT slip.is_sure
            THEN 'a known amount may cover another part of it, or may not have been known at the time of writing'
    END AS doubt
FROM slips AS slip
JOIN scales AS scale ON scale.factor = slip.factor
JOIN figures AS figure ON figure.figure_id = slip.figure_id
