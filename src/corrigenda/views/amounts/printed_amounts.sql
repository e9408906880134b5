-- Every printed amount with the interval that its digits and its hedge allow, and the whole number that is printed
-- for it without a hedge (900 of "900 million"); what a claim denies is no
-- amount that it states.
-- grain: sum_id
SELECT printed.*, allowed.low, allowed.high, allowed.number
FROM sums AS printed
JOIN claims AS claim ON claim.claim_id = printed.claim_id AND claim.polarity = 'affirmed'
JOIN intervals AS allowed
    ON allowed.as_printed = printed.as_printed
    AND allowed.amount = printed.amount
    AND allowed.hedge = coalesce(printed.hedge, '')
WHERE printed.amount IS NOT NULL
