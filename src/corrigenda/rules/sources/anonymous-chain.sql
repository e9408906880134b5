-- Every chain of sources behind a claim ends in people who are not named.
--
-- Why it happens: Officials speak on condition of anonymity, and each retelling adds a name that is not the
-- source. Repeating a claim does not make it better known.
--
-- What is judged: One chain that ends in somebody named or in a document is enough for a claim to fit. A spokesperson
-- who speaks for a body ("a government spokesman") need not be named, because the body answers for what is said. A
-- claim that rests on a group is left to a rule of its own. If the same words cover several claims, the first is
-- reported and the others are counted.
--
-- To settle: Look for a document or a person who confirms the claim, or say who asked not to be named and why.
--
-- since: 0.1.0
-- severity: note
-- subject: article
-- judges: claim_sources by claim_id
-- places: attributions[end_ids].naming basis, claims[more_ids].statement context
-- message: the claim rests on people who are not named: {told}[; the same words cover {more:count more claim}]
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
WHERE source.named = 0 AND source.grouped = 0 AND source.anonymous > 0
