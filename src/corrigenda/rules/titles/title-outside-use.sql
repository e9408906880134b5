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
-- since: 0.2.0
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
    CROSS JOIN calendar
    LEFT JOIN edtf AS since ON since.text = name.used_from
    LEFT JOIN edtf AS until ON until.text = name.used_to
    WHERE fit.judged = 'title'
        AND coalesce(since.last_day, calendar.first_day) <= fit.first_day
        AND coalesce(until.first_day, calendar.last_day) >= fit.last_day
    GROUP BY fit.judged_id, fit.reading
)
SELECT
    clash.judged_id AS mention_id,
    clash.verdict,
    clash.reason,
    title.title_printed,
    actor.label AS actor,
    CASE WHEN clash.reading = 'writing' THEN 'at the time of writing' ELSE 'in an event' END AS occasion,
    clash.else_reading,
    clash.recency,
    fit.stated,
    fit.since_day AS not_before,
    fit.not_after,
    fit.date_ids,
    fit.writing_ids,
    fit.published_id,
    coalesce(next_use.from_id, early.from_id) AS early_id,
    coalesce(last_use.to_id, late.to_id) AS late_id,
    coalesce(last_use.superseded_id, late.superseded_id) AS superseded_id,
    next_use.may_first AS used_from,
    next_use.may_first - fit.last_day AS days_early,
    last_use.may_last AS used_to,
    fit.first_day - last_use.may_last AS days_late,
    coalesce(early.sure_first, late.sure_first) AS sure_first,
    coalesce(early.sure_last, late.sure_last) AS sure_last,
    of_that_time.then_ids,
    of_that_time.then_title
FROM period_verdicts AS clash
JOIN bounded_titles AS title ON title.mention_id = clash.judged_id
JOIN actors AS actor ON actor.actor_id = title.actor_id
JOIN period_fits AS fit
    ON fit.judged = clash.judged AND fit.judged_id = clash.judged_id AND fit.reading = clash.reading
LEFT JOIN title_uses AS next_use
    ON next_use.mention_id = fit.judged_id AND next_use.name_id = fit.next_id AND NOT fit.can_fit
LEFT JOIN title_uses AS last_use
    ON last_use.mention_id = fit.judged_id AND last_use.name_id = fit.previous_id AND NOT fit.can_fit
LEFT JOIN bounded_titles AS early
    ON early.mention_id = fit.judged_id AND fit.can_fit AND fit.first_day < early.sure_first
LEFT JOIN bounded_titles AS late ON late.mention_id = fit.judged_id AND fit.can_fit AND fit.last_day > late.sure_last
LEFT JOIN of_that_time ON of_that_time.mention_id = clash.judged_id AND of_that_time.reading = clash.reading
WHERE clash.judged = 'title'
