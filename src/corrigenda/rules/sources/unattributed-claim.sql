-- A claim is given as hearsay or as an expectation, and the article does not say whose.
--
-- Why it happens: "Reportedly", "is said to" and "is expected to" let a sentence do without a source.
--
-- What is judged: A claim fits if some attribution of it names, describes or cites somebody. An attribution that
-- holds only the verb does not count. If the same words cover several claims, the first is reported and the others
-- are counted.
--
-- To settle: Say who reports or expects it, or state it in the article's own voice.
--
-- since: 0.1.0
-- severity: note
-- subject: article
-- judges: second_hand_claims by claim_id
-- places: claims.modality basis, attributions[end_ids].verb basis, claims[more_ids].statement context
-- message: the claim is given {manner}, and no source is named for it[; only "{told}" marks it][; the same words
--   cover {more:count more claim}]
SELECT
    claim.claim_id,
    'certain' AS verdict,
    NULL AS reason,
    CASE claim.modality
        WHEN 'reported' THEN 'as reported by others'
        WHEN 'anticipated' THEN 'as expected'
        ELSE 'as hearsay'
    END AS manner,
    claim.end_ids,
    -- Where nobody is named, the verbs of a chain are all that marks the claim.
    replace(claim.told, ', citing ', '" and "') AS told,
    wording.more,
    wording.more_ids
FROM second_hand_claims AS claim
LEFT JOIN claim_words AS wording ON wording.claim_id = claim.claim_id
WHERE claim.chains IS NULL OR (claim.chains = claim.nobody AND wording.place = 1)
