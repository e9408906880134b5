-- Every claim that is told as reported by others, or marked as hearsay or as somebody's expectation. What the
-- article expects in its own voice is its own.
SELECT c.claim_id, c.modality, s.chains, s.nobody, s.end_ids, s.told
FROM claims AS c
LEFT JOIN claim_sources AS s ON s.claim_id = c.claim_id
WHERE c.modality = 'reported' OR s.nobody > 0
