-- A claim is attributed to a group of people none of whom is named.
--
-- Why it happens: "analysts", "critics" and "insiders" may be many, one, or nobody; the word gives no way to
-- ask them.
--
-- To settle: name one of them, or a paper in which they say it.
--
-- severity: note
-- subject: article
-- judges: claim_sources by claim_id
-- places: attributions[end_ids].naming basis
-- message: nobody of the group on which the claim rests is named: {told}
SELECT claim_id, 'certain' AS verdict, NULL AS reason, end_ids, told
FROM claim_sources
WHERE named = 0 AND grouped > 0
