-- Every flag of confirmation that the reference has for rows of a table that something printed is compared with.
-- grain: flag_id
WITH flags AS (
    SELECT table_name, field
    FROM (
        VALUES
            ('tenures', 'start_confirmed'),
            ('tenures', 'end_confirmed'),
            ('figures', 'amount_confirmed'),
            ('milestones', 'day_confirmed'),
            ('names', 'name_confirmed'),
            ('names', 'used_from_confirmed'),
            ('names', 'used_to_confirmed'),
            ('names', 'superseded_confirmed')
    ) AS listed (table_name, field)
)
SELECT concat(flag.table_name, '.', flag.field) AS flag_id, flag.table_name, flag.field, count(*) AS compared
FROM flags AS flag
JOIN compared_rows AS compared ON compared.table_name = flag.table_name
GROUP BY flag.table_name, flag.field
