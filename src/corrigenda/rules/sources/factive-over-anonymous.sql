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
-- message: "{verb}" takes for a fact what rests on people who are not named: {told}[; the same words stand for {more}]
SELECT
    f.attribution_id,
    'certain' AS verdict,
    NULL AS reason,
    f.verb,
    array_agg(DISTINCT e.attribution_id) AS end_ids,
    coalesce(string_agg(DISTINCT e.told, '; ' ORDER BY e.told), 'nobody is printed') AS told,
    w.more,
    w.more_ids
FROM factive_verbs AS f
JOIN claim_words AS w ON w.claim_id = f.claim_id AND w.place = 1
JOIN chain_links AS l ON l.through_id = f.attribution_id
JOIN chain_ends AS e ON e.attribution_id = l.attribution_id AND NOT e.is_circle
WHERE e.naming IN ('anonymous', 'group')
    AND NOT EXISTS (SELECT 1 FROM chain_ends AS o WHERE o.claim_id = f.claim_id AND o.naming IN ('named', 'document'))
GROUP BY f.attribution_id, f.verb, w.more, w.more_ids
