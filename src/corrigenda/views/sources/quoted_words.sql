-- Words in quotation marks that somebody must have used: speech, and a term in a claim that is given as reported.
-- speakers counts the chains of the claim in which somebody is said to say it.
-- grain: quotation_id
SELECT
    quotation.quotation_id,
    quotation.claim_id,
    quotation.as_printed,
    quotation."use",
    quotation.attribution_id,
    attribution.naming,
    attribution.verb,
    coalesce(source.chains - source.nobody, 0) AS speakers
FROM quotations AS quotation
JOIN claims AS claim ON claim.claim_id = quotation.claim_id
LEFT JOIN attributions AS attribution ON attribution.attribution_id = quotation.attribution_id
LEFT JOIN claim_sources AS source ON source.claim_id = quotation.claim_id
WHERE quotation."use" = 'speech' OR (quotation."use" = 'term' AND claim.modality = 'reported')
