-- Every amount of money that is printed with signs each of which can mean several currencies, without the code
-- of the currency beside it. What is counted in a unit is no money.
SELECT s.sum_id, s.claim_id, p.article_id, s.as_printed, s.currency
FROM sums AS s
JOIN claims AS c ON c.claim_id = s.claim_id
JOIN passages AS p ON p.passage_id = c.passage_id
JOIN (
    SELECT n.as_printed, min(g.currencies) AS currencies
    FROM printed_signs AS n
    JOIN (SELECT sign, count(DISTINCT currency) AS currencies FROM signs GROUP BY sign) AS g ON g.sign = n.sign
    GROUP BY n.as_printed
) AS m ON m.as_printed = s.as_printed AND m.currencies > 1
WHERE s.unit IS NULL AND (s.currency IS NULL OR s.as_printed NOT LIKE concat('%', s.currency, '%'))
