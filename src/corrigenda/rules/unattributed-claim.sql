-- A claim is told as hearsay or as an expectation, and nobody is said to say or to expect it.
--
-- Why it happens: "reportedly", "is said to" and "is expected to" let a sentence do without a source.
--
-- To settle: say who reports or expects it, or tell it in the article's own voice and answer for it.
--
-- severity: note
-- subject: article
-- judges: second_hand_claims by claim_id
-- places: claims.modality basis, attributions[end_ids].verb basis
-- message: the claim is told {manner}, and no source is named for it[; only "{told}" marks it]
SELECT
    claim_id,
    'certain' AS verdict,
    NULL AS reason,
    CASE modality WHEN 'reported' THEN 'as reported by others' WHEN 'anticipated' THEN 'as expected' ELSE 'as hearsay' END AS manner,
    end_ids,
    told
FROM second_hand_claims
WHERE chains IS NULL OR chains = nobody
