-- Every claim that the article tells in its own voice and that takes another claim for granted. That somebody
-- speaks, or does not ("Orav did not respond to a request for comment"), takes nothing for granted of what is spoken
-- of.
-- grain: claim_id
SELECT claim.claim_id, claim.given
FROM claims AS claim
WHERE claim.modality = 'asserted'
    AND claim.given IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM attributions AS attribution WHERE attribution.claim_id = claim.claim_id)
    AND NOT EXISTS (
        SELECT 1
        FROM events AS event
        JOIN kind_scope AS saying ON saying.kind_id = 'statement' AND saying.counts_id = event.kind_id
        WHERE event.claim_id = claim.claim_id
    )
