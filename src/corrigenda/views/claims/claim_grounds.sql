-- Every claim with the claims that it takes for granted: the one that it is given with, and, three steps deep,
-- what that one is given with. No claim is met twice on the way.
-- grain: claim_id, steps
SELECT claim_id, given, 1 AS steps FROM claims WHERE given IS NOT NULL AND given <> claim_id
UNION ALL
SELECT claim.claim_id, ground.given, 2 AS steps
FROM claims AS claim
JOIN claims AS ground ON ground.claim_id = claim.given
WHERE ground.given IS NOT NULL AND ground.given <> claim.claim_id AND ground.given <> claim.given
UNION ALL
SELECT claim.claim_id, deeper.given, 3 AS steps
FROM claims AS claim
JOIN claims AS ground ON ground.claim_id = claim.given
JOIN claims AS deeper ON deeper.claim_id = ground.given
WHERE deeper.given IS NOT NULL
    AND deeper.given NOT IN (claim.claim_id, claim.given, ground.given)
    AND ground.given <> claim.claim_id
