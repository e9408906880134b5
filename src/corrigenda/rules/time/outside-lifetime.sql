-- A person, body, programme or weapon takes part in an event before it existed or after it had ended.
--
-- Why it happens: A year was mistyped, an act of a successor or a namesake was assigned to somebody who had died,
-- or a body is said to have acted under a name that it got later.
--
-- What is judged: Only those who act, take part or are said to have said it must exist. Of somebody who is named at a
-- meeting with no part in it ("was among the guests") it is only possible. What an event is
-- done to must exist only if its kind says so, as somebody who is appointed. A programme that is announced
-- before it begins may have been planned, so this is only possible. A state or a place need not exist, because their
-- names are also used for earlier times. What somebody
-- said or wrote may be published after the end, so a source is then only possible. If the reference gives no end,
-- the actor is taken to continue.
--
-- To settle: Look up the day of the event, and who it was.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: lifetime_parts by mention_id
-- places: mentions.name_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, actors[early_id].existed_from basis, actors[late_id].existed_to basis
-- message: {actor} {does}[ dated {stated}][ {not_before:span not_after}][, but {beginning} {existed_from}, at least
--   {days_early:count day} later][, but {ending} {existed_to}, at least {days_late:count day} earlier][; some of these
--   days are outside the time in which it surely existed ({lifetime})][; {doubt}][; {recency}]
-- yields: to certain errors that rest on the same date
SELECT
    clash.judged_id AS mention_id,
    CASE
        WHEN clash.verdict = 'certain'
            AND (after.mention_id IS NOT NULL OR planned.mention_id IS NOT NULL OR part.part = 'other')
            THEN 'possible'
        ELSE clash.verdict
    END AS verdict,
    clash.reason,
    part.actor,
    CASE part.part
        WHEN 'agent' THEN 'acts in an event'
        WHEN 'counterpart' THEN 'takes part in an event'
        WHEN 'object' THEN 'is dealt with in an event'
        WHEN 'other' THEN 'is present at an event'
        ELSE 'speaks in an event'
    END AS does,
    fit.stated,
    fit.not_before,
    fit.not_after,
    fit.date_ids,
    fit.writing_ids,
    fit.published_id,
    part.existed_from,
    part.existed_to,
    CASE
        WHEN fit.next_start IS NOT NULL OR (fit.can_fit AND fit.from_day < part.sure_first) THEN part.actor_id
    END AS early_id,
    CASE
        WHEN fit.previous_end IS NOT NULL OR (fit.can_fit AND fit.to_day > part.sure_last) THEN part.actor_id
    END AS late_id,
    concat(
        CASE WHEN part.kind = 'person' THEN 'was born' ELSE 'began' END,
        CASE WHEN born.precision = 'day' THEN ' on' WHEN born.precision IN ('month', 'year') THEN ' in' ELSE '' END
    ) AS beginning,
    concat(
        CASE WHEN part.kind = 'person' THEN 'died' ELSE 'ended' END,
        CASE WHEN died.precision = 'day' THEN ' on' WHEN died.precision IN ('month', 'year') THEN ' in' ELSE '' END
    ) AS ending,
    fit.next_start - fit.last_day AS days_early,
    fit.first_day - fit.previous_end AS days_late,
    CASE
        WHEN fit.can_fit
            THEN concat(coalesce(part.existed_from, 'an unknown day'), ' to ', coalesce(part.existed_to, 'now'))
    END AS lifetime,
    CASE
        WHEN after.mention_id IS NOT NULL THEN 'what was said or written before may be published after'
        WHEN planned.mention_id IS NOT NULL THEN 'it may have been planned then'
        WHEN part.part = 'other' THEN 'somebody may be named there who was not present'
    END AS doubt,
    clash.recency
FROM period_verdicts AS clash
JOIN lifetime_parts AS part ON part.mention_id = clash.judged_id
JOIN period_fits AS fit
    ON fit.judged = clash.judged AND fit.judged_id = clash.judged_id AND fit.reading = clash.reading
LEFT JOIN lifetime_parts AS after
    ON after.mention_id = clash.judged_id AND after.part = 'source' AND fit.previous_end IS NOT NULL
LEFT JOIN lifetime_parts AS planned
    ON planned.mention_id = clash.judged_id
    AND planned.part = 'object'
    AND planned.kind <> 'person'
    AND fit.next_start IS NOT NULL
LEFT JOIN edtf AS born ON born.text = part.existed_from
LEFT JOIN edtf AS died ON died.text = part.existed_to
WHERE clash.judged = 'lifetime'
