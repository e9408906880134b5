-- Every row of the reference that something printed in an article is compared with: terms, figures, milestones of a
-- category that is called the first or denied, and names with a time of use.
-- grain: used_id
SELECT
    concat('tenures ', compared.tenure_id) AS used_id,
    'tenures' AS table_name,
    compared.tenure_id AS row_id,
    concat('the term of ', holder.label, ' as ', office.label) AS label
FROM compared_tenures AS compared
JOIN actors AS holder ON holder.actor_id = compared.actor_id
JOIN offices AS office ON office.office_id = compared.office_id
UNION ALL
SELECT concat('figures ', figure_id) AS used_id, 'figures' AS table_name, figure_id AS row_id, label
FROM figures
WHERE figure_id IN (SELECT row_id FROM row_uses WHERE table_name = 'figures')
UNION ALL
SELECT concat('milestones ', milestone_id) AS used_id, 'milestones' AS table_name, milestone_id AS row_id, label
FROM milestones
WHERE milestone_id IN (SELECT row_id FROM row_uses WHERE table_name = 'milestones')
UNION ALL
SELECT
    concat('names ', name_id) AS used_id,
    'names' AS table_name,
    name_id AS row_id,
    concat('the name "', name, '"') AS label
FROM names
WHERE name_id IN (SELECT row_id FROM row_uses WHERE table_name = 'names')
