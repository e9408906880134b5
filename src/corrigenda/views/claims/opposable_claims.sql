-- Every claim against which another claim of the same article can stand: a claim of being the first or the only one,
-- a denial, and every denied claim that states an event.
SELECT claim_id FROM said_firsts
UNION
SELECT event.claim_id FROM events AS event JOIN claims AS claim ON claim.claim_id = event.claim_id AND claim.polarity = 'denied'
