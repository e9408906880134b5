-- Every claim beside the claims that it takes for granted: the one that it is given with, and, three steps deep,
-- what that one is given with.
SELECT claim_id, given, 1 AS steps FROM claims WHERE given IS NOT NULL AND given <> claim_id
UNION ALL
SELECT claim.claim_id, other_claim.given, 2 AS steps
FROM claims AS claim
JOIN claims AS other_claim ON other_claim.claim_id = claim.given
WHERE other_claim.given IS NOT NULL AND other_claim.given <> claim.claim_id AND other_claim.given <> claim.given
UNION ALL
SELECT claim.claim_id, other_claim_too.given, 3 AS steps
FROM claims AS claim
JOIN claims AS other_claim ON other_claim.claim_id = claim.given
JOIN claims AS other_claim_too ON other_claim_too.claim_id = other_claim.given
WHERE other_claim_too.given IS NOT NULL AND other_claim_too.given NOT IN (claim.claim_id, claim.given, other_claim.given) AND other_claim.given <> claim.claim_id
