-- Every claim that the article does not put in its own voice as a fact: reported or expected by others, or
-- marked as hearsay.
SELECT c.claim_id, c.modality, s.chains, s.nobody, s.end_ids, s.told
FROM claims AS c
LEFT JOIN claim_sources AS s ON s.claim_id = c.claim_id
WHERE c.modality IN ('reported', 'anticipated') OR s.nobody > 0
