-- Every known tie that a printed one is compared with, and how: the same (to what is printed, or to something in it), a
-- wider one (to something that the printed one is in, so that it says nothing), or a rival (to something else, of a
-- kind of which one is had at a time). A tie that holds in both directions is compared from both sides.
-- grain: tie_mention_id, tie_id
WITH sides AS (
    SELECT tie_id, relation, actor_id, other_id FROM ties
    UNION ALL
    SELECT tie.tie_id, tie.relation, tie.other_id AS actor_id, tie.actor_id AS other_id
    FROM ties AS tie
    JOIN tie_kinds AS kind ON kind.tie_kind_id = tie.relation AND kind.mutual
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
    printed_kind.exclusive
    OR inner_whole.part_id IS NOT NULL
    OR outer_whole.part_id IS NOT NULL
    OR side.other_id = printed.other_id
)
