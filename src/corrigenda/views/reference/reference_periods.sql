-- Every row of the reference, but terms, with two dates of which the first cannot be after the last: when something
-- began and ended, and when it happened and was known. slack is how many days the last may be before the first.
-- grain: period_id
WITH periods AS (
    SELECT
        'actors' AS table_name,
        actor_id AS row_id,
        label,
        'existed_from' AS first_field,
        existed_from AS first_text,
        CASE WHEN kind = 'person' THEN 'the birth' ELSE 'the beginning' END AS first_words,
        'existed_to' AS last_field,
        existed_to AS last_text,
        CASE WHEN kind = 'person' THEN 'the death' ELSE 'the end' END AS last_words,
        0 AS slack
    FROM actors
    UNION ALL
    SELECT
        'names' AS table_name,
        name_id AS row_id,
        name AS label,
        'used_from' AS first_field,
        used_from AS first_text,
        'the first use' AS first_words,
        'used_to' AS last_field,
        used_to AS last_text,
        'the last use' AS last_words,
        0 AS slack
    FROM names
    UNION ALL
    SELECT
        'offices' AS table_name,
        office_id AS row_id,
        label,
        'existed_from' AS first_field,
        existed_from AS first_text,
        'the beginning' AS first_words,
        'existed_to' AS last_field,
        existed_to AS last_text,
        'the end' AS last_words,
        0 AS slack
    FROM offices
    UNION ALL
    -- Where it is still the day before, an event of today is known "yesterday".
    SELECT
        'milestones' AS table_name,
        milestone_id AS row_id,
        label,
        'day' AS first_field,
        day AS first_text,
        'the event itself' AS first_words,
        'known_from' AS last_field,
        known_from AS last_text,
        'the day since when it is known' AS last_words,
        1 AS slack
    FROM milestones
    UNION ALL
    -- A budget is known before the year that it is for.
    SELECT
        'figures' AS table_name,
        figure_id AS row_id,
        label,
        'day' AS first_field,
        day AS first_text,
        'the day that it is for' AS first_words,
        'known_from' AS last_field,
        known_from AS last_text,
        'the day since when it is known' AS last_words,
        366 AS slack
    FROM figures
)
SELECT concat(table_name, ' ', row_id) AS period_id, *
FROM periods
WHERE first_text IS NOT NULL AND last_text IS NOT NULL
