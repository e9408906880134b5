-- An event is described as past, present or still to come, and its printed date says otherwise.
--
-- Why it happens: A year was mistyped, a text from an earlier day was taken over as it was, or a plan was
-- described as done before its day had come.
--
-- What is judged: The article was written on the day of publication that it prints, or else not before the latest
-- date of anything that it describes as past or present; an event is no evidence for itself. If a date has some
-- days on the right side of the writing, it fits. A difference of one day is only possible, because of time zones.
-- So is a present event that is over, because the present may be that of a report, and the date of something that
-- lasts or recurs, because it may be the date of another part. What lasts, or was said, may be described in the
-- present long after its date.
--
-- To settle: Find out when the article was written and when the event was, and use the tense of that day.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: tensed_events by event_id
-- places: dates[date_ids].edtf basis, events.tense basis, events[told_id].tense basis,
--   dates[writing_ids].edtf basis, articles[published_id].published basis
-- message: ‘{label}’, described as {manner} and dated {stated}, does not fit the time of writing[, {not_before:day}
--   at the earliest, {days_over:count day} later][ (‘{told}’, described as {told_tense}, is dated {told_stated})][,
--   {not_after:day} at the latest, {days_ahead:count day} earlier][; {doubt}]
-- repair: dates[swap_id].edtf = {swapped}: with day and month swapped, the date fits the tense
-- repair: events.tense = {fitting}: the date stays, and the tense fits the time of writing
WITH measured AS (
    SELECT
        *,
        CASE WHEN tense <> 'future' THEN first_day - written_last END AS days_ahead,
        CASE
            WHEN tense = 'future' OR (tense = 'present' AND NOT goes_on AND NOT is_reported)
                THEN written_first - last_day
        END AS days_over
    FROM tensed_events
),
described AS (
    SELECT
        *,
        CASE
            WHEN first_day > last_day THEN 'the printed dates of the event leave no day for it'
            WHEN first_day IS NULL AND last_day IS NULL THEN 'the date has no year, or is marked as uncertain'
            -- Nothing bounds the writing after the event: what is reported as past or present may lie in its future.
            WHEN written_last IS NULL AND (tense = 'future' OR NOT is_backed)
                THEN 'nothing printed gives a last day of writing'
        END AS gap,
        days_ahead > 1 OR (days_over > 1 AND tense = 'future') AS is_far,
        days_ahead > 0 OR days_over > 1 OR (days_over > 0 AND tense = 'future') AS is_beyond,
        (tense = 'future' AND last_day IS NULL) OR (tense = 'past' AND first_day IS NULL) AS is_open
    FROM measured
),
judged AS (
    SELECT
        *,
        CASE
            WHEN first_day > last_day OR (first_day IS NULL AND last_day IS NULL) THEN 'undecided'
            WHEN is_far AND NOT goes_on THEN 'certain'
            WHEN is_beyond THEN 'possible'
            WHEN is_open OR gap IS NULL THEN 'consistent'
            ELSE 'undecided'
        END AS verdict
    FROM described
)
SELECT
    event.event_id,
    event.verdict,
    CASE WHEN event.verdict = 'undecided' THEN event.gap END AS reason,
    event.label,
    CASE event.tense WHEN 'past' THEN 'over' WHEN 'present' THEN 'going on' ELSE 'still to come' END AS manner,
    event.stated,
    event.date_ids,
    passed.told_id,
    passed.writing_ids,
    CASE WHEN passed.told_id IS NULL THEN event.published_id END AS published_id,
    passed.written_first AS not_before,
    passed.days_over,
    told.label AS told,
    CASE told.tense WHEN 'past' THEN 'over' ELSE 'going on' END AS told_tense,
    told_days.stated AS told_stated,
    ahead.written_last AS not_after,
    ahead.days_ahead,
    CASE
        WHEN event.goes_on THEN 'it lasts or comes again, and its date may be that of another part of it'
        WHEN event.days_ahead = 1 OR (event.days_over = 1 AND event.tense = 'future')
            THEN 'it may be the same day in another time zone'
        WHEN event.days_over > 1 AND event.tense = 'present' THEN 'the present may be that of a report'
    END AS doubt,
    CASE WHEN ahead.event_id IS NOT NULL THEN 'future' ELSE 'past' END AS fitting,
    swap.swap_id,
    swap.swapped
FROM judged AS event
LEFT JOIN judged AS passed ON passed.event_id = event.event_id AND passed.days_over > 0
LEFT JOIN judged AS ahead ON ahead.event_id = event.event_id AND ahead.days_ahead > 0
LEFT JOIN events AS told ON told.event_id = passed.told_id
LEFT JOIN stated_days AS told_days ON told_days.event_id = passed.told_id
-- 4 May for 5 April: the slip of a form that has the month first.
LEFT JOIN swapped_dates AS swap
    ON swap.event_id = event.event_id
    AND (event.tense = 'future' OR swap.swapped_day <= event.written_last)
    AND (event.tense = 'past' OR swap.swapped_day >= event.written_first)
WHERE event.verdict <> 'consistent'
