-- A verb that presents words as fact is used for people who are not named.
--
-- Why it happens: "Reveals" and "confirms" read better than "says", and so the writer vouches for what nobody else
-- vouches for.
--
-- What is judged: One chain of the claim that ends in somebody named or in a document is enough for the verb to
-- fit. If the same words cover several claims, the first is reported and the others are counted.
--
-- To settle: Write "says" or "reports", or name somebody who vouches for it.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: factive_verbs by attribution_id
-- places: attributions.verb_id basis, attributions[end_ids].naming basis, claims[more_ids].statement context
-- message: "{verb}" presents as fact what rests on people who are not named: {told}[; the same words cover
--   {more:count more claim}]
SELECT
    factive.attribution_id,
    'certain' AS verdict,
    NULL AS reason,
    factive.verb,
    array_agg(DISTINCT chain.attribution_id) AS end_ids,
    coalesce(string_agg(DISTINCT chain.told, '; ' ORDER BY chain.told), 'nobody is printed') AS told,
    wording.more,
    wording.more_ids
FROM factive_verbs AS factive
JOIN claim_sources AS source ON source.claim_id = factive.claim_id AND source.named = 0
JOIN claim_words AS wording ON wording.claim_id = factive.claim_id AND wording.place = 1
JOIN chain_links AS link ON link.through_id = factive.attribution_id
JOIN chain_ends AS chain
    ON chain.attribution_id = link.attribution_id
    AND chain.naming IN ('anonymous', 'group')
    AND NOT chain.is_circle
GROUP BY factive.attribution_id, factive.verb, wording.more, wording.more_ids
