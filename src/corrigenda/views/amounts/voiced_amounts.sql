-- Every printed amount with its article and its voice: whose statement it surely is ('' is the article's own,
-- otherwise the chain of named sources), or NULL where that is not told or the claim is no plain statement.
SELECT
    a.*,
    p.article_id,
    CASE
        WHEN c.modality = 'asserted' AND s.claim_id IS NULL THEN ''
        WHEN c.modality IN ('asserted', 'reported') AND s.named = s.chains AND k.is_known THEN s.told
    END AS voice
FROM printed_amounts AS a
JOIN claims AS c ON c.claim_id = a.claim_id
JOIN passages AS p ON p.passage_id = c.passage_id
LEFT JOIN claim_sources AS s ON s.claim_id = a.claim_id
LEFT JOIN (
    SELECT claim_id, bool_and(actor_id IS NOT NULL) AS is_known FROM attributions GROUP BY claim_id
) AS k ON k.claim_id = a.claim_id
