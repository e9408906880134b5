-- Every amount of money that is printed with signs each of which can mean several currencies, without the code
-- of the currency beside it. What is counted in a unit is no money.
SELECT stated.sum_id, stated.claim_id, passage.article_id, stated.as_printed, stated.currency
FROM sums AS stated
JOIN claims AS claim ON claim.claim_id = stated.claim_id
JOIN passages AS passage ON passage.passage_id = claim.passage_id
JOIN (
    SELECT printed_sign.as_printed, min(found.currencies) AS currencies
    FROM printed_signs AS printed_sign
    JOIN (SELECT sign, count(DISTINCT currency) AS currencies FROM signs GROUP BY sign) AS found ON found.sign = printed_sign.sign
    GROUP BY printed_sign.as_printed
) AS found ON found.as_printed = stated.as_printed AND found.currencies > 1
WHERE stated.unit IS NULL AND (stated.currency IS NULL OR stated.as_printed NOT LIKE concat('%', stated.currency, '%'))
