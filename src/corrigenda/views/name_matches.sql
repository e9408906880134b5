-- Every actor mentioned by name against every known name of that actor: whether they are the same once
-- folded (is_same), or agree as people are named (is_like: a part of the name, or first and last word).
SELECT
    m.mention_id,
    n.name_id,
    n.name,
    f.folded = k.folded AS is_same,
    f.folded = k.folded
    OR (
        a.kind = 'person'
        AND (
            concat(' ', k.folded, ' ') LIKE concat('% ', f.folded, ' %')
            OR concat(' ', f.folded, ' ') LIKE concat('% ', k.folded, ' %')
            OR (split_part(k.folded, ' ', 1) = split_part(f.folded, ' ', 1) AND split_part(k.folded, ' ', -1) = split_part(f.folded, ' ', -1))
        )
    ) AS is_like,
    levenshtein(f.folded, k.folded) AS distance
FROM mentions AS m
JOIN actors AS a ON a.actor_id = m.actor_id
JOIN names AS n ON n.actor_id = m.actor_id
JOIN folded AS f ON f.text = m.name_printed
JOIN folded AS k ON k.text = n.name
WHERE m.form = 'name'
