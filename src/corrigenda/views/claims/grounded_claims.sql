-- Every claim that the article tells in its own voice and that takes another claim for granted.
SELECT claim_id, given
FROM claims
WHERE modality = 'asserted' AND given IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attributions AS attribution WHERE attribution.claim_id = claims.claim_id)
