-- Say in one short sentence what should not be there; the name of the rule reads as "allow RULE-NAME".
--
-- Why it happens: Say how such a thing gets into an article or into the reference.
--
-- What is judged: Say what the rule looks at, what fits and is not reported, and what is only possible.
--
-- To settle: Say what to look up, and what to change in either case.
--
-- since: VERSION
-- severity: note
-- subject: article
-- judges: claims by claim_id
-- places: claims.modality basis
-- message: the claim is {modality}; say here why that does not fit

-- Return the rows that should not be there, one at most for each key of `judges`: the key, the verdict
-- (certain: every reading clashes; possible: some do; undecided: a value is missing, with the reason)
-- and what the message names. State what holds, and negate it once at the end.
SELECT claim_id, 'certain' AS verdict, NULL AS reason, modality
FROM claims
WHERE NOT (modality IN ('asserted', 'reported', 'anticipated', 'hedged'))
