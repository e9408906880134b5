-- For every kind of event and every office (what) those that count as it: itself and, two levels down, the narrower
-- ones.
-- grain: what, whole_id, part_id
WITH listed AS (
    SELECT 'kind' AS what, kind_id AS part_id, broader FROM kinds
    UNION ALL
    SELECT 'office' AS what, office_id AS part_id, broader FROM offices
)
SELECT what, part_id AS whole_id, part_id FROM listed
UNION
SELECT what, broader AS whole_id, part_id FROM listed WHERE broader IS NOT NULL
UNION
SELECT middle.what, middle.broader AS whole_id, narrow.part_id
FROM listed AS narrow
JOIN listed AS middle ON middle.what = narrow.what AND middle.part_id = narrow.broader
WHERE middle.broader IS NOT NULL
