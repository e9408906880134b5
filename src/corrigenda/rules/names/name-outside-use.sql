-- A name is used for a time in which the person or thing did not bear it.
--
-- Why it happens: a programme or body was renamed and the old name lives on, or the new name is carried
-- back to a time before it.
--
-- A name that fits the time of the event fits, whatever its bearer was called when the article was written;
-- the other way round is possible only. Where the name is also that of something else, and nothing in the
-- article tells which is meant, the clash is told as a name of another.
--
-- To settle: find out when the name was in use, and print the name of that time, or say that it is the
-- later or the former one.
--
-- severity: warning
-- subject: article
-- judges: timed_names by mention_id
-- places: mentions.name_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, names[early_id].used_from basis, names[late_id].used_to basis,
--   names[superseded_id].superseded basis
-- message: "{name_printed}" does not fit for {actor} {occasion}[ dated {stated}][, not before {not_before:day}][, not after
--   {not_after:day}][; the name came into use on {used_from:day}, {days_early} days later][; the name was in use until
--   {used_to:day} at the latest, {days_late} days earlier][; some of these days lie outside the time from
--   {sure_first:day} to {sure_last:day} in which it surely was in use][; {else_reading}]
SELECT c.*
FROM name_clashes AS c
WHERE c.verdict = 'undecided'
    OR NOT EXISTS (SELECT 1 FROM homonyms AS h WHERE h.mention_id = c.mention_id AND h.is_own AND NOT h.is_told)
