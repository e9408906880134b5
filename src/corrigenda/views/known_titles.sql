-- Every known title of every office: its names, and its label where that is none of them.
SELECT office_id, name AS title, name_id, NULL AS label_id, language, name_confirmed AS is_confirmed FROM names WHERE office_id IS NOT NULL
UNION ALL
SELECT o.office_id, o.label AS title, NULL AS name_id, o.office_id AS label_id, 'en' AS language, TRUE AS is_confirmed
FROM offices AS o
WHERE NOT EXISTS (SELECT 1 FROM names AS n WHERE n.office_id = o.office_id AND n.name = o.label)
