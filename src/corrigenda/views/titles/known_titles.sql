-- Every known title of every office, each once: its names, and its label.
-- grain: office_id, title
SELECT
    office_id,
    title,
    min(name_id) AS name_id,
    CASE WHEN count(name_id) = 0 THEN office_id END AS label_id,
    min(language) AS language,
    bool_or(is_confirmed) AS is_confirmed
FROM (
    SELECT
        office_id,
        name AS title,
        name_id,
        language,
        name_confirmed AS is_confirmed
    FROM names WHERE office_id IS NOT NULL
    UNION ALL
    SELECT office_id, label AS title, NULL AS name_id, 'en' AS language, FALSE AS is_confirmed FROM offices
) AS listed
GROUP BY office_id, title
