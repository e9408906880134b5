-- Every printed amount with its article and its voice: whose statement it surely is ('' is the article's own,
-- otherwise the chain of named sources), or NULL where that is not said or the claim is no plain statement.
-- grain: sum_id
WITH known_sources AS (
    SELECT claim_id, bool_and(actor_id IS NOT NULL) AS are_known FROM attributions GROUP BY claim_id
)
SELECT
    printed.*,
    passage.article_id,
    CASE
        WHEN claim.modality = 'asserted' AND source.claim_id IS NULL THEN ''
        WHEN claim.modality IN ('asserted', 'reported') AND source.named = source.chains AND known.are_known
            THEN source.told
    END AS voice
FROM printed_amounts AS printed
JOIN claims AS claim ON claim.claim_id = printed.claim_id
JOIN passages AS passage ON passage.passage_id = claim.passage_id
LEFT JOIN claim_sources AS source ON source.claim_id = printed.claim_id
LEFT JOIN known_sources AS known ON known.claim_id = printed.claim_id
