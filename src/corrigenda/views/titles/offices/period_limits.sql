-- The last day on which the reference knows the terms of a person in the office that a title names: that of a term, or
-- of its source. Of several the latest counts, for a newer list has what an older one lacks. Where the list of holders
-- is complete for longer, that has the last word. Left out are people with a term that nobody knows the end of: it
-- reaches beyond that day anyway.
-- grain: actor_id, office_id
WITH title AS (
    SELECT actor_id, office_id FROM titles
    UNION
    SELECT actor_id, narrow_id AS office_id FROM broad_titles
    UNION
    SELECT actor_id, office_id FROM marked_titles
),
known AS (
    SELECT title.actor_id, title.office_id, max(term.known_until) AS last_day
    FROM title
    CROSS JOIN calendar
    JOIN office_terms AS term ON term.actor_id = title.actor_id AND term.office_id = title.office_id
    GROUP BY title.actor_id, title.office_id, calendar.last_day
    HAVING max(term.known_until) IS NOT NULL AND NOT bool_or(term.end_last = calendar.last_day)
),
complete AS (
    -- The input that forced this: a list to 2022, and a row that calls the office complete to 2026.
    SELECT known.actor_id, known.office_id, max(complete.last_day) AS last_day
    FROM known
    JOIN complete_offices AS complete
        ON complete.office_id = known.office_id AND complete.first_day <= known.last_day + 1
    GROUP BY known.actor_id, known.office_id
)
SELECT
    known.actor_id,
    known.office_id,
    greatest(known.last_day, coalesce(complete.last_day, known.last_day)) AS last_day
FROM known
LEFT JOIN complete ON complete.actor_id = known.actor_id AND complete.office_id = known.office_id
