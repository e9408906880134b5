-- Every claim that the article tells in its own voice and that takes another claim for granted.
-- grain: claim_id
SELECT claim.claim_id, claim.given
FROM claims AS claim
WHERE claim.modality = 'asserted'
    AND claim.given IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM attributions AS attribution WHERE attribution.claim_id = claim.claim_id)
