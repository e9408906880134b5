-- Every known tie that a printed one is compared with, and how: the same (to what is printed, or to something in it), a
-- wider one (to something that the printed one is in, so that it says nothing), or a rival (to something else, of a
-- kind of which one is had at a time). Of two places one may lie in the other; so they are rivals only where both are
-- cities or states, or the known one lies in one such that is not the printed one. A tie that holds in both directions
-- is compared from both sides.
-- grain: tie_mention_id, tie_id
WITH sides AS (
    SELECT tie_id, relation, actor_id, other_id FROM ties
    UNION ALL
    SELECT tie.tie_id, tie.relation, tie.other_id AS actor_id, tie.actor_id AS other_id
    FROM ties AS tie
    JOIN tie_kinds AS kind ON kind.tie_kind_id = tie.relation AND kind.mutual
),
levels AS (
    SELECT actor_id, CASE WHEN kind = 'state' THEN 'state' WHEN place_kind = 'city' THEN 'city' END AS level FROM actors
),
lies AS (
    SELECT own.actor_id AS part_id, own.level FROM levels AS own WHERE own.level IS NOT NULL
    UNION
    SELECT inner_whole.part_id, level.level
    FROM actor_wholes AS inner_whole
    JOIN levels AS level ON level.actor_id = inner_whole.whole_id AND level.level IS NOT NULL
)
SELECT
    printed.tie_mention_id,
    side.tie_id,
    side.other_id,
    CASE
        WHEN inner_whole.part_id IS NOT NULL OR side.other_id = printed.other_id THEN 'same'
        WHEN outer_whole.part_id IS NOT NULL THEN 'wider'
        ELSE 'rival'
    END AS fit
FROM printed_ties AS printed
JOIN tie_kinds AS printed_kind ON printed_kind.tie_kind_id = printed.relation
JOIN sides AS side ON side.actor_id = printed.actor_id
JOIN tie_kinds AS known_kind ON known_kind.tie_kind_id = side.relation
LEFT JOIN actor_wholes AS inner_whole
    ON inner_whole.part_id = side.other_id AND inner_whole.whole_id = printed.other_id
LEFT JOIN actor_wholes AS outer_whole
    ON outer_whole.part_id = printed.other_id AND outer_whole.whole_id = side.other_id
LEFT JOIN levels AS printed_level ON printed_level.actor_id = printed.other_id
LEFT JOIN lies ON lies.part_id = side.other_id AND lies.level = printed_level.level
WHERE (
    -- "The Paris gallery": it is part of a museum, and the museum lies in Paris.
    (
        printed_kind.nested
        AND known_kind.nested
        AND (inner_whole.part_id IS NOT NULL OR side.other_id = printed.other_id)
    )
    OR side.relation = printed.relation
    OR (known_kind.broader = printed.relation AND (inner_whole.part_id IS NOT NULL OR side.other_id = printed.other_id))
)
AND (
    (printed_kind.exclusive AND (NOT printed_kind.nested OR lies.part_id IS NOT NULL))
    OR inner_whole.part_id IS NOT NULL
    OR outer_whole.part_id IS NOT NULL
    OR side.other_id = printed.other_id
)
