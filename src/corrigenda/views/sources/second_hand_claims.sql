-- Every claim that is given as reported by others, or marked as hearsay or as somebody's expectation. What the
-- article expects in its own voice is its own.
-- grain: claim_id
SELECT claim.claim_id, claim.modality, source.chains, source.nobody, source.end_ids, source.told
FROM claims AS claim
LEFT JOIN claim_sources AS source ON source.claim_id = claim.claim_id
WHERE claim.modality = 'reported' OR source.nobody > 0
