-- The milestone that weighs most against each claim of being the first or the only one, or denial, beside the others of
-- the same category; one whose day is not known against that of the event is left out.
SELECT r.*, o.other_ids, o.others
FROM first_rivals AS r
LEFT JOIN (
    SELECT first_id, array_agg(milestone_id) AS other_ids, string_agg(told, '; ' ORDER BY milestone_id) AS others
    FROM (
        SELECT DISTINCT n.first_id, n.milestone_id, n.told
        FROM first_rivals AS n
        JOIN first_rivals AS b
            ON b.first_id = n.first_id AND b.place = 1 AND b.came <> 'unknown' AND b.steps = n.steps AND b.milestone_id <> n.milestone_id
        WHERE n.came <> 'unknown'
    ) AS near
    GROUP BY first_id
) AS o ON o.first_id = r.first_id
WHERE r.place = 1 AND r.came <> 'unknown'
