-- Every two titles in one article that may not go together. ordinal: one person by ordinals in one office (each other
-- one against the first), or two people by one ordinal in an office that one person holds. office: one person by two
-- offices of one state that one person each holds, neither a part of the other, and neither as acting; the first is one
-- that the reference knows for the person. Each title counts once, where it is first; number and second_number are
-- the ordinals.
-- grain: contrast_id
WITH printed AS (
    SELECT
        title.mention_id,
        title.claim_id,
        title.article_id,
        title.actor_id,
        title.office_id,
        title.title_printed,
        office.state,
        office.holders,
        ordinal.number,
        row_number() OVER (
            PARTITION BY title.article_id, title.actor_id, title.office_id, ordinal.number
            ORDER BY mention."start", title.mention_id
        ) AS turn,
        row_number() OVER (
            PARTITION BY title.article_id, title.actor_id, title.office_id, ordinal.number IS NULL
            ORDER BY mention."start", title.mention_id
        ) AS place
    FROM titles AS title
    JOIN mentions AS mention ON mention.mention_id = title.mention_id
    JOIN offices AS office ON office.office_id = title.office_id
    LEFT JOIN ordinals AS ordinal ON ordinal.text = title.title_printed
    WHERE title.title_printed IS NOT NULL AND coalesce(mention.title_marker, '') <> 'acting'
),
known AS (
    SELECT DISTINCT actor_id, office_id FROM office_terms
),
pairs AS (
    SELECT first_title.mention_id AS first_id, second_title.mention_id AS second_id, 'ordinal' AS sort
    FROM printed AS first_title
    JOIN printed AS second_title
        ON second_title.article_id = first_title.article_id
        AND second_title.office_id = first_title.office_id
        AND (
            (
                second_title.actor_id = first_title.actor_id
                AND second_title.place > 1
                AND (second_title.turn = 1 OR second_title.number = first_title.number)
            )
            OR (
                second_title.actor_id > first_title.actor_id
                AND second_title.turn = 1
                AND second_title.number = first_title.number
                AND second_title.holders = 'one'
            )
        )
    WHERE first_title.place = 1 AND first_title.number IS NOT NULL AND second_title.number IS NOT NULL
    UNION ALL
    SELECT first_title.mention_id AS first_id, second_title.mention_id AS second_id, 'office' AS sort
    FROM printed AS first_title
    JOIN printed AS second_title
        ON second_title.article_id = first_title.article_id
        AND second_title.actor_id = first_title.actor_id
        AND second_title.office_id <> first_title.office_id
        AND second_title.state = first_title.state
        AND second_title.turn = 1
        AND second_title.holders = 'one'
    JOIN known AS own ON own.actor_id = first_title.actor_id AND own.office_id = first_title.office_id
    LEFT JOIN known AS other ON other.actor_id = second_title.actor_id AND other.office_id = second_title.office_id
    LEFT JOIN office_scope AS wider
        ON (wider.office_id = first_title.office_id AND wider.counts_id = second_title.office_id)
        OR (wider.office_id = second_title.office_id AND wider.counts_id = first_title.office_id)
    WHERE first_title.turn = 1 AND first_title.holders = 'one' AND other.actor_id IS NULL AND wider.office_id IS NULL
)
SELECT
    concat(pair.first_id, ' ', pair.second_id) AS contrast_id,
    second_title.claim_id,
    second_title.article_id,
    pair.sort,
    pair.first_id,
    pair.second_id,
    first_title.actor_id,
    second_title.actor_id AS second_actor_id,
    second_title.office_id,
    first_title.title_printed AS first_title,
    second_title.title_printed AS second_title,
    first_title.number,
    second_title.number AS second_number
FROM pairs AS pair
JOIN printed AS first_title ON first_title.mention_id = pair.first_id
JOIN printed AS second_title ON second_title.mention_id = pair.second_id
