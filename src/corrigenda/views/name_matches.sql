-- Every actor mentioned by name against every known name of that actor: whether they are the same once folded
-- (is_same; spaces and "the" do not count), or agree as people are named (is_like: a part of the
-- name, first and last word, initials for the first words, or the words begun elsewhere, surname first).
SELECT
    *,
    is_same
    OR (
        is_person
        AND (
            concat(' ', known, ' ') LIKE concat('% ', printed, ' %')
            OR concat(' ', printed, ' ') LIKE concat('% ', known, ' %')
            OR (length(known) = length(printed) AND concat(' ', known, ' ', known, ' ') LIKE concat('% ', printed, ' %'))
            OR (
                split_part(known, ' ', -1) = split_part(printed, ' ', -1)
                AND (
                    split_part(known, ' ', 1) = split_part(printed, ' ', 1)
                    OR split_part(printed, ' ', 1) IN (substring(known, 1, 1), known_initials)
                    OR split_part(known, ' ', 1) IN (substring(printed, 1, 1), printed_initials)
                )
            )
        )
    ) AS is_like,
    levenshtein(printed, known) AS distance
FROM (
    SELECT
        m.mention_id,
        n.name_id,
        n.name,
        a.kind = 'person' AS is_person,
        f.folded AS printed,
        k.folded AS known,
        concat(substring(f.folded, 1, 1), substring(split_part(f.folded, ' ', 2), 1, 1)) AS printed_initials,
        concat(substring(k.folded, 1, 1), substring(split_part(k.folded, ' ', 2), 1, 1)) AS known_initials,
        replace(replace(concat(' ', f.folded), ' the ', ' '), ' ', '') = replace(replace(concat(' ', k.folded), ' the ', ' '), ' ', '') AS is_same
    FROM mentions AS m
    JOIN actors AS a ON a.actor_id = m.actor_id
    JOIN names AS n ON n.actor_id = m.actor_id
    JOIN folded AS f ON f.text = m.name_printed
    JOIN folded AS k ON k.text = n.name
    WHERE m.form = 'name'
) AS pairs
