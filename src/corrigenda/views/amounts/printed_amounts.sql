-- Every printed amount with the interval that its digits and its hedge allow; what a claim denies is no
-- amount that it states.
SELECT stated.*, allowed.low, allowed.high
FROM sums AS stated
JOIN claims AS claim ON claim.claim_id = stated.claim_id AND claim.polarity = 'affirmed'
JOIN intervals AS allowed ON allowed.as_printed = stated.as_printed AND allowed.amount = stated.amount AND allowed.hedge = coalesce(stated.hedge, '')
WHERE stated.amount IS NOT NULL
