-- Every printed amount with the interval that its digits and its hedge allow; what a claim denies is no
-- amount that it states.
SELECT s.*, i.low, i.high
FROM sums AS s
JOIN claims AS c ON c.claim_id = s.claim_id AND c.polarity = 'affirmed'
JOIN intervals AS i ON i.as_printed = s.as_printed AND i.amount = s.amount AND i.hedge = coalesce(s.hedge, '')
WHERE s.amount IS NOT NULL
