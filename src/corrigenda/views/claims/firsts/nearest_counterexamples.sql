-- The milestone that weighs most against each claim of being the first or the only one, or denial, with the others of
-- the same category; one whose day is not known against that of the event is left out.
-- grain: first_id
WITH dated AS (
    SELECT * FROM counterexamples WHERE came <> 'unknown'
),
nearest AS (
    SELECT * FROM dated WHERE place = 1
),
others AS (
    SELECT DISTINCT nearest.first_id, other.milestone_id, other.told
    FROM nearest
    JOIN dated AS other
        ON other.first_id = nearest.first_id
        AND other.steps = nearest.steps
        AND other.milestone_id <> nearest.milestone_id
),
listed AS (
    SELECT first_id, array_agg(milestone_id) AS other_ids, string_agg(told, '; ' ORDER BY milestone_id) AS others
    FROM others
    GROUP BY first_id
)
SELECT nearest.*, listed.other_ids, listed.others
FROM nearest
LEFT JOIN listed ON listed.first_id = nearest.first_id
