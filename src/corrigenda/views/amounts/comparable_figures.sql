-- Figures of the reference that measure the same thing as a printed amount and can have been known when the article
-- was written. away is the distance between the two ranges (at most 0 where they meet), edge the nearer end of the
-- figure; is_sure where the extent is the same and it surely was known then. Of a thing with very many figures only
-- the nearest are here, is_sure where all are; among is how many there are. A claim with two amounts for one thing
-- speaks of two times ("fell from 33 seats to 25"): where one of them is known, the other is left out, and where
-- neither is, nothing is sure. Left out is an amount of a time that ended before the day of the figure as well.
-- grain: sum_id, figure_id
WITH few_figures AS (
    SELECT figure.*
    FROM figures AS figure
    LEFT JOIN crowds AS crowd
        ON crowd.sort = 'figure'
        AND crowd.owner_id = concat_ws(' ', figure.about, figure.measure, figure.currency, figure.unit)
    WHERE crowd.owner_id IS NULL
),
changing AS (
    SELECT printed.claim_id, printed.about, printed.measure, printed.currency, printed.unit
    FROM printed_amounts AS printed
    LEFT JOIN sums AS whole ON whole.sum_id = printed.part_of AND whole.about = printed.about
    WHERE printed.difference_of IS NULL AND whole.sum_id IS NULL
    GROUP BY printed.claim_id, printed.about, printed.measure, printed.currency, printed.unit
    HAVING count(DISTINCT printed.amount) > 1
),
met AS (
    SELECT DISTINCT printed.claim_id, printed.about, printed.measure
    FROM changing
    JOIN printed_amounts AS printed
        ON printed.claim_id = changing.claim_id
        AND printed.about = changing.about
        AND printed.measure = changing.measure
    JOIN figures AS figure
        ON figure.about = printed.about
        AND figure.measure = printed.measure
        AND coalesce(figure.currency, '') = coalesce(printed.currency, '')
        AND coalesce(figure.unit, '') = coalesce(printed.unit, '')
    WHERE printed.low <= coalesce(figure.amount_high, figure.amount) AND printed.high >= figure.amount
),
known_then AS (
    SELECT
        printed.sum_id,
        figure.figure_id,
        NULL AS among,
        printed.extent = figure.extent
            AND printed.extent <> 'unstated'
            AND coalesce(known.last_day <= writing.first_day, FALSE) AS is_sure
    FROM printed_amounts AS printed
    JOIN few_figures AS figure
        ON figure.about = printed.about
        AND figure.measure = printed.measure
        AND coalesce(figure.currency, '') = coalesce(printed.currency, '')
        AND coalesce(figure.unit, '') = coalesce(printed.unit, '')
        AND (figure.extent = printed.extent OR figure.extent = 'unstated' OR printed.extent = 'unstated')
    JOIN edtf AS known ON known.text = figure.known_from
    JOIN claims AS claim ON claim.claim_id = printed.claim_id
    JOIN passages AS passage ON passage.passage_id = claim.passage_id
    JOIN writing_days AS writing ON writing.article_id = passage.article_id
    WHERE (writing.last_day IS NULL OR known.first_day <= writing.last_day)
        -- "5,000 votes ahead" is no count of the votes.
        AND (printed.difference_of IS NULL OR figure.measure = 'difference')
    UNION ALL
    SELECT sum_id, figure_id, among, is_sure FROM likely_figures
)
SELECT
    sum_id,
    said_low,
    said_high,
    figure_id,
    label,
    low,
    high,
    is_changing,
    is_sure,
    coalesce(among, count(*) OVER (PARTITION BY sum_id)) AS among,
    greatest(low - said_high, said_low - high) AS away,
    CASE WHEN said_low > high THEN high ELSE low END AS edge
FROM (
    SELECT
        printed.sum_id,
        printed.low AS said_low,
        printed.high AS said_high,
        figure.figure_id,
        figure.label,
        figure.amount AS low,
        coalesce(figure.amount_high, figure.amount) AS high,
        pair.among,
        changing.claim_id IS NOT NULL AS is_changing,
        pair.is_sure AND changing.claim_id IS NULL AS is_sure,
        met.claim_id IS NOT NULL AS is_met
    FROM known_then AS pair
    JOIN printed_amounts AS printed ON printed.sum_id = pair.sum_id
    JOIN figures AS figure ON figure.figure_id = pair.figure_id
    LEFT JOIN changing
        ON changing.claim_id = printed.claim_id
        AND changing.about = printed.about
        AND changing.measure = printed.measure
        AND coalesce(changing.currency, '') = coalesce(printed.currency, '')
        AND coalesce(changing.unit, '') = coalesce(printed.unit, '')
    LEFT JOIN met ON met.claim_id = changing.claim_id AND met.about = changing.about AND met.measure = changing.measure
    LEFT JOIN claim_days AS days ON days.claim_id = printed.claim_id
    LEFT JOIN edtf AS stated ON stated.text = figure.day
    WHERE NOT coalesce(days.last_day < stated.first_day, FALSE)
) AS figures_then
WHERE NOT is_met OR (said_low <= high AND said_high >= low)
