-- A claim is attributed to a group of people none of whom is named.
--
-- Why it happens: "Analysts", "critics" and "insiders" may be many, one, or nobody; the word gives no way to ask
-- them.
--
-- What is judged: One chain of the claim that ends in somebody named or in a document is enough for it to fit. A body
-- that is called by its name ("the police of Norway") is no group. If the same words cover several claims, the first is
-- reported and the others are counted.
--
-- To settle: Name one of them, or a paper in which they say it.
--
-- since: 0.1.0
-- severity: note
-- subject: article
-- judges: claim_sources by claim_id
-- places: attributions[end_ids].naming basis, claims[more_ids].statement context
-- message: the claim rests on a group none of whom is named: {told}[; the same words cover {more:count more
--   claim}]
SELECT
    source.claim_id,
    'certain' AS verdict,
    NULL AS reason,
    source.end_ids,
    source.told,
    wording.more,
    wording.more_ids
FROM claim_sources AS source
JOIN claim_words AS wording ON wording.claim_id = source.claim_id AND wording.place = 1
WHERE source.named = 0 AND source.grouped > 0
