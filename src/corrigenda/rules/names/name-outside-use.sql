-- A name is used for a time when the person or thing did not have it.
--
-- Why it happens: A programme or a body was renamed and the old name lives on, or the new name is used for an
-- earlier time.
--
-- What is judged: A name that fits the time of the event fits, whatever the name was when the article was written.
-- A name that fits only the time of writing is possible. If the name is also that of something else, and nothing
-- in the article shows which is meant, the rule for names of another reports it.
--
-- To settle: Find out when the name was in use. Print the name of that time, or say that it is the later or the
-- former one.
--
-- since: 0.1.0
-- severity: warning
-- subject: article
-- judges: bounded_names by mention_id
-- places: mentions.name_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, names[early_id].used_from basis, names[late_id].used_to basis,
--   names[superseded_id].superseded basis
-- message: "{name_printed}" does not fit for {actor} {occasion}[ dated {stated}][ {not_before:span not_after}][;
--   the name came into use on {used_from:day}, {days_early:count day} later][; the name was last in use on
--   {used_to:day} at the latest, {days_late:count day} earlier][; some of these days are outside the time from
--   {sure_first:day} to {sure_last:day} in which it surely was in use][; {else_reading}][; {recency}]
-- yields: to certain errors about the same date
SELECT clash.*, name.name_printed, name.actor
FROM use_clashes AS clash
JOIN bounded_names AS name ON name.mention_id = clash.mention_id
WHERE clash.judged = 'name'
    AND (
        clash.verdict = 'undecided'
        OR NOT EXISTS (
            SELECT 1 FROM homonyms AS homonym
            WHERE homonym.mention_id = clash.mention_id AND homonym.is_own AND NOT homonym.is_told
        )
    )
