-- A claim is told as hearsay or as an expectation, and nobody is said to say or to expect it.
--
-- Why it happens: "reportedly", "is said to" and "is expected to" let a sentence do without a source.
--
-- Where the same words stand for several claims, this is told once, at the first of them.
--
-- To settle: say who reports or expects it, or tell it in the article's own voice and answer for it.
--
-- severity: note
-- subject: article
-- judges: second_hand_claims by claim_id
-- places: claims.modality basis, attributions[end_ids].verb basis, claims[more_ids].statement context
-- message: the claim is told {manner}, and no source is named for it[; only "{told}" marks it][; the same words
--   stand for {more}]
SELECT
    s.claim_id,
    'certain' AS verdict,
    NULL AS reason,
    CASE s.modality WHEN 'reported' THEN 'as reported by others' WHEN 'anticipated' THEN 'as expected' ELSE 'as hearsay' END AS manner,
    s.end_ids,
    s.told,
    w.more,
    w.more_ids
FROM second_hand_claims AS s
LEFT JOIN claim_words AS w ON w.claim_id = s.claim_id
WHERE s.chains IS NULL OR (s.chains = s.nobody AND w.place = 1)
