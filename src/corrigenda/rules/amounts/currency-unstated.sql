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
    SELECT mention.claim_id, mention.actor_id FROM mentions AS mention
    UNION
    SELECT stated.claim_id, stated.about AS actor_id FROM sums AS stated
    UNION
    SELECT event.claim_id, event.about AS actor_id FROM events AS event
),
states AS (
    SELECT DISTINCT named.claim_id, passage.article_id, coalesce(actor.state, actor.actor_id) AS state
    FROM named AS named
    JOIN actors AS actor ON actor.actor_id = named.actor_id
    JOIN claims AS claim ON claim.claim_id = named.claim_id
    JOIN passages AS passage ON passage.passage_id = claim.passage_id
),
meanings AS (
    SELECT signed.sum_id, sign.sign_id, sign.currency, actor.label, bool_or(states.claim_id = signed.claim_id) AS in_claim
    FROM signed_amounts AS signed
    JOIN printed_signs AS printed_sign ON printed_sign.as_printed = signed.as_printed
    JOIN signs AS sign ON sign.sign = printed_sign.sign
    JOIN states AS states ON states.state = sign.state AND states.article_id = signed.article_id
    JOIN actors AS actor ON actor.actor_id = sign.state
    GROUP BY signed.sum_id, sign.sign_id, sign.currency, actor.label
),
near AS (
    SELECT meanings.sum_id, meanings.sign_id, meanings.currency, meanings.label
    FROM meanings AS meanings
    JOIN (SELECT sum_id, bool_or(in_claim) AS in_claim FROM meanings GROUP BY sum_id) AS found ON found.sum_id = meanings.sum_id AND found.in_claim = meanings.in_claim
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
    SELECT DISTINCT passage.article_id, stated.currency
    FROM sums AS stated
    JOIN claims AS claim ON claim.claim_id = stated.claim_id
    JOIN passages AS passage ON passage.passage_id = claim.passage_id
    LEFT JOIN printed_signs AS printed_sign ON printed_sign.as_printed = stated.as_printed
    LEFT JOIN signed_amounts AS signed ON signed.sum_id = stated.sum_id
    WHERE signed.sum_id IS NULL AND (printed_sign.sign IS NOT NULL OR stated.as_printed LIKE concat('%', stated.currency, '%'))
)
SELECT
    signed.sum_id,
    CASE WHEN told.sum_id IS NULL THEN 'undecided' ELSE 'certain' END AS verdict,
    CASE WHEN told.sum_id IS NULL THEN 'the article names no state whose currency the sign can mean' END AS reason,
    signed.as_printed,
    signed.currency,
    told.sign_ids,
    told.meanings
FROM signed_amounts AS signed
LEFT JOIN told AS told ON told.sum_id = signed.sum_id
LEFT JOIN spelled AS spelled ON spelled.article_id = signed.article_id AND spelled.currency = signed.currency
WHERE spelled.currency IS NULL
    AND (told.sum_id IS NULL OR told.currencies > 1 OR coalesce(told.currency <> signed.currency, FALSE))
