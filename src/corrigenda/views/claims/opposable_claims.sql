-- Every claim against which another claim of the same article can stand: a claim of being the first or the only one,
-- a denial, and every denied claim that states an event.
SELECT claim_id FROM said_firsts
UNION
SELECT ev.claim_id FROM events AS ev JOIN claims AS c ON c.claim_id = ev.claim_id AND c.polarity = 'denied'
