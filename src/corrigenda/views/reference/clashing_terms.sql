-- Every group of overlapping terms in one row: its first term, up to four of the others, the terms in words, and of a
-- group of two how many days they share at least, and how the second lies to the first.
-- grain: tenure_id, is_own
WITH pairs AS (
    SELECT
        earlier.circle,
        earlier.is_own,
        earlier.number,
        later.tenure_id AS second_id,
        least(earlier.end_first, later.end_first) - greatest(earlier.start_last, later.start_last) AS days,
        later.end_last < earlier.end_first AS is_within,
        later.start_first > earlier.start_last AND later.end_last >= earlier.end_first AS is_successor
    FROM overlap_groups AS earlier
    JOIN overlap_groups AS later
        ON later.circle = earlier.circle
        AND later.is_own = earlier.is_own
        AND later.number = earlier.number
        AND later.place = 2
    WHERE earlier.place = 1
),
grouped AS (
    SELECT
        circle,
        is_own,
        number,
        count(*) AS terms,
        min_by(tenure_id, place) AS tenure_id,
        array_agg(CASE WHEN place BETWEEN 2 AND 5 THEN tenure_id END) AS later_ids,
        string_agg(CASE WHEN place <= 5 THEN words END, '; ' ORDER BY place) AS words
    FROM overlap_groups
    GROUP BY circle, is_own, number
)
SELECT
    grouped.tenure_id,
    grouped.is_own,
    grouped.terms,
    grouped.later_ids,
    concat(
        grouped.words,
        CASE WHEN grouped.terms > 5 THEN concat('; and ', CAST(grouped.terms - 5 AS VARCHAR), ' more') END
    ) AS words,
    pair.second_id,
    -- A term whose end nobody knows shares its first day at least, which says little.
    CASE WHEN pair.days > 0 THEN pair.days END AS days,
    coalesce(pair.is_within, FALSE) AS is_within,
    coalesce(pair.is_successor, FALSE) AS is_successor
FROM grouped
LEFT JOIN pairs AS pair
    ON pair.circle = grouped.circle
    AND pair.is_own = grouped.is_own
    AND pair.number = grouped.number
    AND grouped.terms = 2
