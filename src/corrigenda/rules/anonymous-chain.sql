-- Every chain of sources behind a claim ends in people who are not named.
--
-- Why it happens: officials speak on condition of anonymity, and each retelling adds a name that is not
-- the source. How often it is retold does not make it known better.
--
-- To settle: look for a document or a person who stands for the claim, or say who asked not to be named and
-- why.
--
-- severity: note
-- subject: article
-- judges: claim_sources by claim_id
-- places: attributions[end_ids].naming basis
-- message: the claim rests on people who are not named: {told}
SELECT claim_id, 'certain' AS verdict, NULL AS reason, end_ids, told
FROM claim_sources
WHERE named = 0 AND grouped = 0 AND anonymous > 0
