-- Every cell of a term, figure, milestone or name that a verdict can rest on and that nobody has seen confirmed: its
-- flag (field), what it is in words, and its place among the cells of the row.
-- grain: table_name, row_id, field
SELECT 'tenures' AS table_name, tenure_id AS row_id, 'start_confirmed' AS field, 'start' AS words, 1 AS place
FROM tenures
WHERE NOT start_confirmed
UNION ALL
SELECT 'tenures' AS table_name, tenure_id AS row_id, 'end_confirmed' AS field, 'end' AS words, 2 AS place
FROM tenures
WHERE NOT end_confirmed
UNION ALL
SELECT 'figures' AS table_name, figure_id AS row_id, 'amount_confirmed' AS field, 'amount' AS words, 1 AS place
FROM figures
WHERE NOT amount_confirmed
UNION ALL
SELECT 'milestones' AS table_name, milestone_id AS row_id, 'day_confirmed' AS field, 'day' AS words, 1 AS place
FROM milestones
WHERE NOT day_confirmed
UNION ALL
SELECT 'names' AS table_name, name_id AS row_id, 'name_confirmed' AS field, 'name' AS words, 1 AS place
FROM names
WHERE NOT name_confirmed
UNION ALL
SELECT 'names' AS table_name, name_id AS row_id, 'used_from_confirmed' AS field, 'first use' AS words, 2 AS place
FROM names
WHERE used_from IS NOT NULL AND NOT used_from_confirmed
UNION ALL
SELECT 'names' AS table_name, name_id AS row_id, 'used_to_confirmed' AS field, 'last use' AS words, 3 AS place
FROM names
WHERE used_to IS NOT NULL AND NOT used_to_confirmed
UNION ALL
SELECT 'names' AS table_name, name_id AS row_id, 'superseded_confirmed' AS field, 'end of use' AS words, 4 AS place
FROM names
WHERE superseded IS NOT NULL AND NOT superseded_confirmed
