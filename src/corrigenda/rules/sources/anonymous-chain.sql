-- Every chain of sources behind a claim ends in people who are not named.
--
-- Why it happens: officials speak on condition of anonymity, and each retelling adds a name that is not
-- the source. How often it is retold does not make it known better.
--
-- Where the same words stand for several claims, this is told once, at the first of them.
--
-- To settle: look for a document or a person who stands for the claim, or say who asked not to be named and
-- why.
--
-- severity: note
-- subject: article
-- judges: claim_sources by claim_id
-- places: attributions[end_ids].naming basis, claims[more_ids].statement context
-- message: the claim rests on people who are not named: {told}[; the same words stand for {more}]
SELECT s.claim_id, 'certain' AS verdict, NULL AS reason, s.end_ids, s.told, w.more, w.more_ids
FROM claim_sources AS s
JOIN claim_words AS w ON w.claim_id = s.claim_id AND w.place = 1
WHERE s.named = 0 AND s.grouped = 0 AND s.anonymous > 0
