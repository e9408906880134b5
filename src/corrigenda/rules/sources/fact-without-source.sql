-- A fact that somebody else must have found out is stated in the article's own voice, and no source is named for it.
--
-- Why it happens: The source was named in an earlier draft or in another article, or a figure is passed on so often
-- that nobody asks whose it is.
--
-- What is judged: Only claims are judged for which it is noted how the fact must have been found out (by a poll, an
-- estimate or a study, or because it is secret, private or an accusation). Any source fits, also one without a name. It
-- is enough that another such claim of the paragraph has one, or a claim that this one takes for granted. What is given
-- as reported by others is left to the rule for hearsay, and opinions are not facts. If one sentence states several
-- such facts of one sort, the first is reported and the others are counted.
--
-- To settle: Say who found it out, or leave it out.
--
-- since: 0.3.0
-- severity: note
-- subject: article
-- judges: found_out_claims by claim_id
-- places: claims.needs_source basis, claims.modality basis, claims[more_ids].statement context
-- message: The article itself states {sort}, and names no source for it[; the same words cover
--   {more:count more claim}]
SELECT
    claim_id,
    'certain' AS verdict,
    NULL AS reason,
    CASE needs_source
        WHEN 'poll' THEN 'the result of a poll or survey'
        WHEN 'estimate' THEN 'an estimate or forecast'
        WHEN 'study' THEN 'what a study or a count must have measured'
        WHEN 'secret' THEN 'what is kept from the public'
        WHEN 'private' THEN 'what only the people themselves can know'
        ELSE 'an accusation that nobody has established'
    END AS sort,
    nullif(later, 0) AS more,
    more_ids
FROM found_out_claims
WHERE NOT is_sourced AND place = 1
