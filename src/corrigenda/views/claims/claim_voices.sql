-- Whose statement each claim is ('' is the article's own; hearsay of nobody is a voice of its own) and whose home and
-- people it is about.
-- grain: claim_id
SELECT
    claim.claim_id,
    passage.article_id,
    claim.polarity,
    claim.modality,
    concat(coalesce(claim.scope_state, ''), ' ', coalesce(claim.scope_of, '')) AS scope,
    CASE
        WHEN source.claim_id IS NULL AND claim.modality <> 'reported' THEN ''
        ELSE coalesce(source.told, claim.claim_id)
    END AS voice
FROM claims AS claim
JOIN passages AS passage ON passage.passage_id = claim.passage_id
LEFT JOIN claim_sources AS source ON source.claim_id = claim.claim_id
