-- The last day on which the reference knows the terms of the person of a title: that of a term, or of its source. Of
-- several the latest counts, for a newer list has what an older one lacks. Where the list of holders is complete for
-- longer, that has the last word. Left out are people with a term that nobody knows the end of: it reaches beyond that
-- day anyway.
-- grain: judged, judged_id
WITH title AS (
    SELECT 'term' AS judged, mention_id AS judged_id, actor_id, office_id FROM titles
    UNION ALL
    SELECT 'narrower' AS judged, broad_id AS judged_id, actor_id, narrow_id AS office_id FROM broad_titles
    UNION ALL
    SELECT 'marker' AS judged, mention_id AS judged_id, actor_id, office_id FROM marked_titles
),
known AS (
    SELECT title.judged, title.judged_id, title.office_id, max(term.known_until) AS last_day
    FROM title
    CROSS JOIN calendar
    JOIN office_terms AS term ON term.actor_id = title.actor_id AND term.office_id = title.office_id
    GROUP BY title.judged, title.judged_id, title.office_id, calendar.last_day
    HAVING max(term.known_until) IS NOT NULL AND NOT bool_or(term.end_last = calendar.last_day)
),
complete AS (
    -- The input that forced this: a list to 2022, and a row that calls the office complete to 2026.
    SELECT known.judged, known.judged_id, max(complete.last_day) AS last_day
    FROM known
    JOIN complete_offices AS complete
        ON complete.office_id = known.office_id AND complete.first_day <= known.last_day + 1
    GROUP BY known.judged, known.judged_id
)
SELECT
    known.judged,
    known.judged_id,
    greatest(known.last_day, coalesce(complete.last_day, known.last_day)) AS last_day
FROM known
LEFT JOIN complete ON complete.judged = known.judged AND complete.judged_id = known.judged_id
