-- Every bound that a term has by the life of its holder, of its office and of the body that the office leads or belongs
-- to: the cell, whether the term must not start before it (is_start) or not end after it, and what happened then.
-- grain: tenure_id, table_name, row_id, field
WITH existing AS (
    SELECT 'actors' AS table_name, actor_id AS row_id, kind, existed_from, existed_to FROM actors
    UNION ALL
    SELECT 'offices' AS table_name, office_id AS row_id, 'office' AS kind, existed_from, existed_to FROM offices
),
tied AS (
    SELECT tenure_id, 'actors' AS table_name, actor_id AS row_id, 'holder' AS role FROM tenures
    UNION ALL
    SELECT tenure_id, 'offices' AS table_name, office_id AS row_id, 'office' AS role FROM tenures
    UNION ALL
    SELECT term.tenure_id, 'actors' AS table_name, office.body AS row_id, 'body' AS role
    FROM tenures AS term
    JOIN offices AS office ON office.office_id = term.office_id
    WHERE office.body IS NOT NULL AND office.body <> term.actor_id
)
SELECT
    tied.tenure_id,
    tied.table_name,
    tied.row_id,
    side.field,
    side.is_start,
    CASE WHEN side.is_start THEN existing.existed_from ELSE existing.existed_to END AS text,
    CASE
        WHEN tied.role = 'holder' AND existing.kind = 'person'
            THEN concat('the ', CASE WHEN side.is_start THEN 'birth' ELSE 'death' END, ' of the holder')
        ELSE concat('the ', CASE WHEN side.is_start THEN 'beginning' ELSE 'end' END, ' of the ', tied.role)
    END AS happened
FROM tied
JOIN existing ON existing.table_name = tied.table_name AND existing.row_id = tied.row_id
CROSS JOIN (
    SELECT 'existed_from' AS field, TRUE AS is_start
    UNION ALL
    SELECT 'existed_to' AS field, FALSE AS is_start
) AS side
WHERE CASE WHEN side.is_start THEN existing.existed_from ELSE existing.existed_to END IS NOT NULL
