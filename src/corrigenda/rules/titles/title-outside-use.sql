-- A title is printed for a time when the office did not have it.
--
-- Why it happens: A ministry or a post was renamed and the old title lives on, or the new title is used for an earlier
-- time.
--
-- What is judged: A printed title that is one of the known titles of the office, in other words or not, where each of
-- these has a known time of use. A title that fits the time of the event fits, whatever the title was when the article
-- was written. A title that fits only the time of writing is possible.
--
-- To settle: Find out what the office was called on that day. Print the title of that time, or say that it is the later
-- or the former one.
--
-- since: 0.3.0
-- severity: warning
-- subject: article
-- judges: bounded_titles by mention_id
-- places: mentions.title_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, names[early_id].used_from basis, names[late_id].used_to basis,
--   names[superseded_id].superseded basis, names[then_ids].name context
-- message: the title "{title_printed}" does not fit for {actor} {occasion}[ dated {stated}][ {not_before:span
--   not_after}][; the title came into use on {used_from:day}, {days_early:count day} later][; the title was last in use
--   on {used_to:day} at the latest, {days_late:count day} earlier][; some of these days are outside the time from
--   {sure_first:day} to {sure_last:day} in which it surely was in use][; the title of that time is "{then_title}"][;
--   {else_reading}][; {recency}]
-- repair: mentions.title_printed = {then_title}: the title that the office had then
-- yields: to certain errors about the same date
WITH of_that_time AS (
    SELECT
        fit.judged_id AS mention_id,
        fit.reading,
        array_agg(name.name_id) AS then_ids,
        string_agg(name.name, '" or "' ORDER BY name.name_id) AS then_title
    FROM period_fits AS fit
    JOIN bounded_titles AS title ON title.mention_id = fit.judged_id
    JOIN names AS name
        ON name.office_id = title.office_id
        AND name.name <> title.title_printed
        AND coalesce(name.used_from, name.used_to) IS NOT NULL
    JOIN name_spans AS span
        ON span.name_id = name.name_id AND span.sure_first <= fit.first_day AND span.sure_last >= fit.last_day
    WHERE fit.judged = 'title'
    GROUP BY fit.judged_id, fit.reading
)
SELECT clash.*, title.title_printed, actor.label AS actor, of_that_time.then_ids, of_that_time.then_title
FROM use_clashes AS clash
JOIN bounded_titles AS title ON title.mention_id = clash.mention_id
JOIN actors AS actor ON actor.actor_id = title.actor_id
LEFT JOIN of_that_time ON of_that_time.mention_id = clash.mention_id AND of_that_time.reading = clash.reading
WHERE clash.judged = 'title'
