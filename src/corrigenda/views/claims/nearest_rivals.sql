-- The milestone that weighs most against each claim of being the first or the only one, or denial, beside the others of
-- the same category; one whose day is not known against that of the event is left out.
SELECT rival.*, found.other_ids, found.others
FROM first_rivals AS rival
LEFT JOIN (
    SELECT first_id, array_agg(milestone_id) AS other_ids, string_agg(told, '; ' ORDER BY milestone_id) AS others
    FROM (
        SELECT DISTINCT other_rival.first_id, other_rival.milestone_id, other_rival.told
        FROM first_rivals AS other_rival
        JOIN first_rivals AS other_rival_too
            ON other_rival_too.first_id = other_rival.first_id AND other_rival_too.place = 1 AND other_rival_too.came <> 'unknown' AND other_rival_too.steps = other_rival.steps AND other_rival_too.milestone_id <> other_rival.milestone_id
        WHERE other_rival.came <> 'unknown'
    ) AS near
    GROUP BY first_id
) AS found ON found.first_id = rival.first_id
WHERE rival.place = 1 AND rival.came <> 'unknown'
