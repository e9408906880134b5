-- Every known name of an actor, folded, with the first day on which it can have been in use.
-- grain: name_id
SELECT
    name.name_id,
    name.actor_id,
    name.name,
    name.rank = 'primary' AS is_primary,
    folded.folded,
    folded.solid,
    span.may_first
FROM names AS name
JOIN folded ON folded.text = name.name
JOIN name_spans AS span ON span.name_id = name.name_id
WHERE name.actor_id IS NOT NULL
