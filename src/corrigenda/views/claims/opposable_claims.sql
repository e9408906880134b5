-- Every claim that another claim of the same article can oppose: a claim of being the first or the only one,
-- a denial, and every denied claim that states an event.
-- grain: claim_id
SELECT claim_id FROM firsts_and_denials WHERE kind <> 'nth'
UNION
SELECT event.claim_id
FROM events AS event
JOIN claims AS claim ON claim.claim_id = event.claim_id AND claim.polarity = 'denied'
