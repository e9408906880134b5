-- Every amount of money that is printed with signs each of which can mean several currencies, without the code
-- of the currency next to it. What is counted in a unit is no money.
-- grain: sum_id
WITH sign_currencies AS (
    SELECT sign, count(DISTINCT currency) AS currencies FROM signs GROUP BY sign
),
printed_currencies AS (
    SELECT printed.as_printed, min(counted.currencies) AS currencies
    FROM printed_signs AS printed
    JOIN sign_currencies AS counted ON counted.sign = printed.sign
    GROUP BY printed.as_printed
)
SELECT money.sum_id, money.claim_id, passage.article_id, money.as_printed, money.currency
FROM sums AS money
JOIN claims AS claim ON claim.claim_id = money.claim_id
JOIN passages AS passage ON passage.passage_id = claim.passage_id
JOIN printed_currencies AS meanings ON meanings.as_printed = money.as_printed AND meanings.currencies > 1
WHERE money.unit IS NULL
    AND (money.currency IS NULL OR money.as_printed NOT LIKE concat('%', money.currency, '%'))
