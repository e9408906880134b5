-- Every claim beside the claims that it takes for granted: the one that it is given with, and, three steps deep,
-- what that one is given with.
SELECT claim_id, given, 1 AS steps FROM claims WHERE given IS NOT NULL AND given <> claim_id
UNION ALL
SELECT c.claim_id, g.given, 2 AS steps
FROM claims AS c
JOIN claims AS g ON g.claim_id = c.given
WHERE g.given IS NOT NULL AND g.given <> c.claim_id AND g.given <> c.given
UNION ALL
SELECT c.claim_id, h.given, 3 AS steps
FROM claims AS c
JOIN claims AS g ON g.claim_id = c.given
JOIN claims AS h ON h.claim_id = g.given
WHERE h.given IS NOT NULL AND h.given NOT IN (c.claim_id, c.given, g.given) AND g.given <> c.claim_id
