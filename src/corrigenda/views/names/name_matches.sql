-- Every actor mentioned by name compared with what it may be called: every known name of that actor (against 'name'),
-- the same by sound where both are romanised Japanese (against 'sound', or 'short' with long vowels made short), and
-- the other names printed for it in the article (against 'article'). is_same: the same once folded, spaces and "the"
-- aside; is_like: they agree as people are named, which is a part of the name, first and last word, initials for the
-- first words, or the words begun elsewhere, surname first. Of very many names only the likely ones are here.
-- grain: mention_id, against, name_id, other_id
WITH few_names AS (
    SELECT mention.mention_id, mention.actor_id
    FROM printed_names AS mention
    LEFT JOIN crowds AS crowd ON crowd.sort = 'name' AND crowd.owner_id = mention.actor_id
    WHERE crowd.owner_id IS NULL
),
few_mentions AS (
    SELECT mention.mention_id, mention.article_id, mention.actor_id
    FROM first_mentions AS mention
    LEFT JOIN crowds AS crowd
        ON crowd.sort = 'article' AND crowd.owner_id = concat(mention.article_id, ' ', mention.actor_id)
    WHERE crowd.owner_id IS NULL
),
compared_names AS (
    SELECT mention.mention_id, name.name_id
    FROM few_names AS mention
    JOIN names AS name ON name.actor_id = mention.actor_id
    UNION ALL
    SELECT mention.mention_id, name.name_id
    FROM printed_names AS mention
    JOIN likely_pairs AS likely
        ON likely.sort = 'name' AND likely.owner_id = mention.actor_id AND likely.printed = mention.name_printed
    JOIN names AS name ON name.actor_id = mention.actor_id AND name.name = likely.known
),
compared_mentions AS (
    SELECT mention.mention_id, other.mention_id AS other_id
    FROM few_mentions AS mention
    JOIN few_mentions AS other ON other.article_id = mention.article_id AND other.actor_id = mention.actor_id
    UNION ALL
    SELECT mention.mention_id, other.mention_id AS other_id
    FROM first_mentions AS mention
    JOIN likely_pairs AS likely
        ON likely.sort = 'article'
        AND likely.owner_id = concat(mention.article_id, ' ', mention.actor_id)
        AND likely.printed = mention.name_printed
    JOIN first_mentions AS other
        ON other.article_id = mention.article_id
        AND other.actor_id = mention.actor_id
        AND other.name_printed = likely.known
),
spelt AS (
    SELECT
        mention.mention_id,
        mention.actor_id,
        'name' AS against,
        name.name_id,
        NULL AS other_id,
        printed.folded AS printed,
        known.folded AS known,
        printed.solid = known.solid AS is_same
    FROM compared_names AS compared
    JOIN printed_names AS mention ON mention.mention_id = compared.mention_id
    JOIN names AS name ON name.name_id = compared.name_id
    JOIN folded AS printed ON printed.text = mention.name_printed
    JOIN folded AS known ON known.text = name.name
),
heard AS (
    SELECT
        mention.mention_id,
        mention.actor_id,
        length_of_vowels.against,
        name.name_id,
        NULL AS other_id,
        CASE WHEN length_of_vowels.against = 'sound' THEN printed.sound ELSE printed.short END AS printed,
        CASE WHEN length_of_vowels.against = 'sound' THEN known.sound ELSE known.short END AS known
    FROM compared_names AS compared
    JOIN printed_names AS mention ON mention.mention_id = compared.mention_id
    JOIN names AS name ON name.name_id = compared.name_id AND name.romanisation IN ('hepburn', 'kunrei')
    JOIN romanised AS printed ON printed.text = mention.name_printed
    JOIN romanised AS known ON known.text = name.name
    CROSS JOIN (VALUES ('sound'), ('short')) AS length_of_vowels (against)
),
pairs AS (
    SELECT * FROM spelt
    UNION ALL
    SELECT *, printed = known AS is_same FROM heard
    UNION ALL
    SELECT
        mention.mention_id,
        mention.actor_id,
        'article' AS against,
        NULL AS name_id,
        other.mention_id AS other_id,
        mention.folded AS printed,
        other.folded AS known,
        FALSE AS is_same
    FROM compared_mentions AS compared
    JOIN first_mentions AS mention ON mention.mention_id = compared.mention_id
    JOIN first_mentions AS other ON other.mention_id = compared.other_id AND other.solid <> mention.solid
),
words AS (
    SELECT
        pair.*,
        actor.kind = 'person' AS is_person,
        split_part(pair.printed, ' ', 1) AS printed_first,
        split_part(pair.printed, ' ', -1) AS printed_last,
        split_part(pair.known, ' ', 1) AS known_first,
        split_part(pair.known, ' ', -1) AS known_last,
        substring(pair.printed, 1, 1) AS printed_initial,
        substring(pair.known, 1, 1) AS known_initial,
        substring(split_part(pair.printed, ' ', 2), 1, 1) AS printed_second,
        substring(split_part(pair.known, ' ', 2), 1, 1) AS known_second
    FROM pairs AS pair
    JOIN actors AS actor ON actor.actor_id = pair.actor_id
)
SELECT
    mention_id,
    against,
    name_id,
    other_id,
    is_person,
    printed,
    known,
    is_same,
    is_same
    OR (
        is_person
        AND (
            concat(' ', known, ' ') LIKE concat('% ', printed, ' %')
            OR concat(' ', printed, ' ') LIKE concat('% ', known, ' %')
            -- "Takaichi Sanae" for "Sanae Takaichi": the words of one, begun elsewhere, are the other.
            OR (
                length(known) = length(printed)
                AND concat(' ', known, ' ', known, ' ') LIKE concat('% ', printed, ' %')
            )
            -- "J. Roe", "JR Roe" and "Jane Roe" for "Jane Rebecca Roe".
            OR (
                known_last = printed_last
                AND (
                    known_first = printed_first
                    OR printed_first IN (known_initial, concat(known_initial, known_second))
                    OR known_first IN (printed_initial, concat(printed_initial, printed_second))
                )
            )
        )
    ) AS is_like,
    levenshtein(printed, known) AS distance
FROM words
