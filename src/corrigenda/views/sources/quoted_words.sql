-- Words in quotation marks that somebody must have used: speech, and a term in a claim that is told as reported.
-- speakers counts the chains of the claim in which somebody is said to say it.
SELECT
    q.quotation_id,
    q.claim_id,
    q.as_printed,
    q."use",
    q.attribution_id,
    a.naming,
    a.verb,
    coalesce(s.chains - s.nobody, 0) AS speakers
FROM quotations AS q
JOIN claims AS c ON c.claim_id = q.claim_id
LEFT JOIN attributions AS a ON a.attribution_id = q.attribution_id
LEFT JOIN claim_sources AS s ON s.claim_id = q.claim_id
WHERE q."use" = 'speech' OR (q."use" = 'term' AND c.modality = 'reported')
