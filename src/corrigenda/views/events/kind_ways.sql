-- Every kind of event with every kind that it can be compared with. same: the other one is this kind, or a narrower
-- one that counts as it. wider: this kind counts as the other one. contrary: the two rule each other out on one
-- matter and day. before: this kind comes up to a year before the other one.
-- grain: kind_id, other_id
SELECT kind_id, counts_id AS other_id, 'same' AS way FROM kind_scope
UNION ALL
SELECT counts_id AS kind_id, kind_id AS other_id, 'wider' AS way FROM kind_scope WHERE kind_id <> counts_id
UNION ALL
SELECT kind_id, contrary AS other_id, 'contrary' AS way FROM kinds WHERE contrary IS NOT NULL
UNION ALL
SELECT contrary AS kind_id, kind_id AS other_id, 'contrary' AS way FROM kinds WHERE contrary IS NOT NULL
UNION ALL
SELECT kind_id, leads_to AS other_id, 'before' AS way FROM kinds WHERE leads_to IS NOT NULL
