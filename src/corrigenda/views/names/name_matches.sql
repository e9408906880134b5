-- Every actor mentioned by name against what it may be called: every known name of that actor (against 'name'),
-- the same by sound where both are romanised Japanese (against 'sound', or 'short' with long vowels made short),
-- and the other names printed for it in the article (against 'article'). is_same: the same once folded,
-- spaces and "the" aside; is_like: they agree as people are named (a part of the name, first and last
-- word, initials for the first words, or the words begun elsewhere, surname first).
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
        p.mention_id,
        p.against,
        p.name_id,
        p.other_id,
        a.kind = 'person' AS is_person,
        p.printed,
        p.known,
        concat(substring(p.printed, 1, 1), substring(split_part(p.printed, ' ', 2), 1, 1)) AS printed_initials,
        concat(substring(p.known, 1, 1), substring(split_part(p.known, ' ', 2), 1, 1)) AS known_initials,
        p.is_same
    FROM (
        SELECT
            m.mention_id,
            m.actor_id,
            'name' AS against,
            n.name_id,
            NULL AS other_id,
            f.folded AS printed,
            k.folded AS known,
            f.solid = k.solid AS is_same
        FROM printed_names AS m
        JOIN names AS n ON n.actor_id = m.actor_id
        JOIN folded AS f ON f.text = m.name_printed
        JOIN folded AS k ON k.text = n.name
        UNION ALL
        SELECT
            m.mention_id,
            m.actor_id,
            l.against,
            n.name_id,
            NULL AS other_id,
            CASE WHEN l.against = 'sound' THEN f.sound ELSE f.short END AS printed,
            CASE WHEN l.against = 'sound' THEN k.sound ELSE k.short END AS known,
            CASE WHEN l.against = 'sound' THEN f.sound = k.sound ELSE f.short = k.short END AS is_same
        FROM printed_names AS m
        JOIN names AS n ON n.actor_id = m.actor_id AND n.romanisation IN ('hepburn', 'kunrei')
        JOIN romanised AS f ON f.text = m.name_printed
        JOIN romanised AS k ON k.text = n.name
        CROSS JOIN (VALUES ('sound'), ('short')) AS l (against)
        UNION ALL
        SELECT
            m.mention_id,
            m.actor_id,
            'article' AS against,
            NULL AS name_id,
            o.mention_id AS other_id,
            m.folded AS printed,
            o.folded AS known,
            FALSE AS is_same
        FROM first_mentions AS m
        JOIN first_mentions AS o ON o.article_id = m.article_id AND o.actor_id = m.actor_id AND o.solid <> m.solid
    ) AS p
    JOIN actors AS a ON a.actor_id = p.actor_id
) AS pairs
