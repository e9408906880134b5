-- For every kind of event and every office (of) those that count as it: itself and, two levels down, the narrower ones.
-- grain: of, whole_id, part_id
WITH listed AS (
    SELECT 'kind' AS of, kind_id AS part_id, broader FROM kinds
    UNION ALL
    SELECT 'office' AS of, office_id AS part_id, broader FROM offices
)
SELECT of, part_id AS whole_id, part_id FROM listed
UNION
SELECT of, broader AS whole_id, part_id FROM listed WHERE broader IS NOT NULL
UNION
SELECT middle.of, middle.broader AS whole_id, narrow.part_id
FROM listed AS narrow
JOIN listed AS middle ON middle.of = narrow.of AND middle.part_id = narrow.broader
WHERE middle.broader IS NOT NULL
