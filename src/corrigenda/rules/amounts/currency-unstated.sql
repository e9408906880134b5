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
-- judges: ambiguous_money by sum_id
-- places: sums.as_printed basis, sums.currency context, signs[sign_ids].currency basis
-- message: the sign in "{as_printed}" can mean {meanings} here, and the article does not print which[; it is read
--   as {currency}]
WITH named_actors AS (
    SELECT claim_id, actor_id FROM mentions
    UNION
    SELECT claim_id, about AS actor_id FROM sums
    UNION
    SELECT claim_id, about AS actor_id FROM events
),
named_states AS (
    SELECT DISTINCT named.claim_id, passage.article_id, coalesce(actor.state, actor.actor_id) AS state
    FROM named_actors AS named
    JOIN actors AS actor ON actor.actor_id = named.actor_id
    JOIN claims AS claim ON claim.claim_id = named.claim_id
    JOIN passages AS passage ON passage.passage_id = claim.passage_id
),
meanings AS (
    SELECT money.sum_id, sign.sign_id, sign.currency, state.label, bool_or(named.claim_id = money.claim_id) AS in_claim
    FROM ambiguous_money AS money
    JOIN printed_signs AS printed ON printed.as_printed = money.as_printed
    JOIN signs AS sign ON sign.sign = printed.sign
    JOIN named_states AS named ON named.state = sign.state AND named.article_id = money.article_id
    JOIN actors AS state ON state.actor_id = sign.state
    GROUP BY money.sum_id, sign.sign_id, sign.currency, state.label
),
nearest AS (
    -- The states of the claim itself; those of the whole article only where the claim names none with such a currency.
    SELECT sum_id, bool_or(in_claim) AS in_claim FROM meanings GROUP BY sum_id
),
possible AS (
    SELECT
        meaning.sum_id,
        count(DISTINCT meaning.currency) AS currencies,
        min(meaning.currency) AS currency,
        array_agg(meaning.sign_id) AS sign_ids,
        string_agg(
            DISTINCT concat(meaning.currency, ' (', meaning.label, ')'), ' or '
            ORDER BY concat(meaning.currency, ' (', meaning.label, ')')
        ) AS meanings
    FROM meanings AS meaning
    JOIN nearest ON nearest.sum_id = meaning.sum_id AND nearest.in_claim = meaning.in_claim
    GROUP BY meaning.sum_id
),
spelled_out AS (
    SELECT DISTINCT passage.article_id, money.currency
    FROM sums AS money
    JOIN claims AS claim ON claim.claim_id = money.claim_id
    JOIN passages AS passage ON passage.passage_id = claim.passage_id
    LEFT JOIN printed_signs AS printed ON printed.as_printed = money.as_printed
    LEFT JOIN ambiguous_money AS ambiguous ON ambiguous.sum_id = money.sum_id
    WHERE ambiguous.sum_id IS NULL
        AND (printed.sign IS NOT NULL OR money.as_printed LIKE concat('%', money.currency, '%'))
)
SELECT
    money.sum_id,
    CASE WHEN possible.sum_id IS NULL THEN 'undecided' ELSE 'certain' END AS verdict,
    CASE
        WHEN possible.sum_id IS NULL THEN 'the article names no state whose currency the sign can mean'
    END AS reason,
    money.as_printed,
    money.currency,
    possible.sign_ids,
    possible.meanings
FROM ambiguous_money AS money
LEFT JOIN possible ON possible.sum_id = money.sum_id
LEFT JOIN spelled_out ON spelled_out.article_id = money.article_id AND spelled_out.currency = money.currency
WHERE spelled_out.currency IS NULL
    AND (
        possible.sum_id IS NULL
        OR possible.currencies > 1
        OR coalesce(possible.currency <> money.currency, FALSE)
    )
