-- Every known name of an actor, folded, with the first day on which it can have been in use.
-- grain: name_id
SELECT
    name.name_id,
    name.actor_id,
    name.name,
    name.rank = 'primary' AS is_primary,
    folded.folded,
    folded.solid,
    coalesce(since.first_day, calendar.first_day) AS may_first
FROM names AS name
CROSS JOIN calendar
JOIN folded ON folded.text = name.name
LEFT JOIN edtf AS since ON since.text = name.used_from
WHERE name.actor_id IS NOT NULL
