-- An amount is printed with a sign that several currencies share, and the article does not say which currency is
-- meant.
--
-- Why it happens: To readers in one country "$" is plain, and then the text travels. Or the amount was taken from
-- a foreign report without the name of its currency.
--
-- What is judged: The rule looks at the states of the actors in the claim. If none of them has a currency with
-- this sign, it looks at the states in the whole article. One such state settles the currency. So does another
-- amount in the article that prints its currency in full ("US$", a code). An amount that is read as a currency
-- which none of these states has is reported too.
--
-- To settle: Find out in which currency the source gives the amount, and print it once.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: signed_amounts by sum_id
-- places: sums.as_printed basis, sums.currency context, signs[sign_ids].currency basis
-- message: the sign in "{as_printed}" can mean {meanings} here, and the article does not print which[; it is read
--   as {currency}]
WITH named AS (
    SELECT m.claim_id, m.actor_id FROM mentions AS m
    UNION
    SELECT s.claim_id, s.about AS actor_id FROM sums AS s
    UNION
    SELECT e.claim_id, e.about AS actor_id FROM events AS e
),
states AS (
    SELECT DISTINCT n.claim_id, p.article_id, coalesce(a.state, a.actor_id) AS state
    FROM named AS n
    JOIN actors AS a ON a.actor_id = n.actor_id
    JOIN claims AS c ON c.claim_id = n.claim_id
    JOIN passages AS p ON p.passage_id = c.passage_id
),
meanings AS (
    SELECT s.sum_id, g.sign_id, g.currency, a.label, bool_or(t.claim_id = s.claim_id) AS in_claim
    FROM signed_amounts AS s
    JOIN printed_signs AS n ON n.as_printed = s.as_printed
    JOIN signs AS g ON g.sign = n.sign
    JOIN states AS t ON t.state = g.state AND t.article_id = s.article_id
    JOIN actors AS a ON a.actor_id = g.state
    GROUP BY s.sum_id, g.sign_id, g.currency, a.label
),
near AS (
    SELECT m.sum_id, m.sign_id, m.currency, m.label
    FROM meanings AS m
    JOIN (SELECT sum_id, bool_or(in_claim) AS in_claim FROM meanings GROUP BY sum_id) AS c ON c.sum_id = m.sum_id AND c.in_claim = m.in_claim
),
told AS (
    SELECT
        sum_id,
        count(DISTINCT currency) AS currencies,
        min(currency) AS currency,
        array_agg(sign_id) AS sign_ids,
        string_agg(DISTINCT concat(currency, ' (', label, ')'), ' or ' ORDER BY concat(currency, ' (', label, ')')) AS meanings
    FROM near
    GROUP BY sum_id
),
spelled AS (
    SELECT DISTINCT p.article_id, o.currency
    FROM sums AS o
    JOIN claims AS c ON c.claim_id = o.claim_id
    JOIN passages AS p ON p.passage_id = c.passage_id
    LEFT JOIN printed_signs AS n ON n.as_printed = o.as_printed
    LEFT JOIN signed_amounts AS s ON s.sum_id = o.sum_id
    WHERE s.sum_id IS NULL AND (n.sign IS NOT NULL OR o.as_printed LIKE concat('%', o.currency, '%'))
)
SELECT
    s.sum_id,
    CASE WHEN t.sum_id IS NULL THEN 'undecided' ELSE 'certain' END AS verdict,
    CASE WHEN t.sum_id IS NULL THEN 'the article names no state whose currency the sign can mean' END AS reason,
    s.as_printed,
    s.currency,
    t.sign_ids,
    t.meanings
FROM signed_amounts AS s
LEFT JOIN told AS t ON t.sum_id = s.sum_id
LEFT JOIN spelled AS o ON o.article_id = s.article_id AND o.currency = s.currency
WHERE o.currency IS NULL
    AND (t.sum_id IS NULL OR t.currencies > 1 OR coalesce(t.currency <> s.currency, FALSE))
