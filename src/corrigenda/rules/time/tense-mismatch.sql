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
-- message: {label}, told as {manner} and dated {stated}, does not fit the time of writing[, {not_before:day} at the
--   earliest, {days_over} days later][ ({told}, told as {told_tense}, is dated {told_stated})][, {not_after:day} at the
--   latest, {days_ahead} days earlier][; {doubt}]
-- repair: events.tense = {fitting}: the date stays, and the event is told as it lies to the time of writing
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
judged AS (
    SELECT
        *,
        CASE
            WHEN first_day > last_day THEN 'the printed dates of the event leave no day for it'
            WHEN first_day IS NULL AND last_day IS NULL THEN 'the date has no year, or is marked as uncertain'
            WHEN (days_ahead > 1 OR (days_over > 1 AND tense = 'future')) AND NOT goes_on THEN 'certain'
            WHEN days_ahead > 0 OR days_over > 1 OR (days_over > 0 AND tense = 'future') THEN 'possible'
            WHEN (tense = 'future' AND last_day IS NULL) OR (tense = 'past' AND first_day IS NULL) THEN 'consistent'
            WHEN written_last IS NOT NULL OR (tense <> 'future' AND is_backed) THEN 'consistent'
            ELSE 'nothing printed tells a last day of writing'
        END AS verdict
    FROM measured
)
SELECT
    event.event_id,
    CASE WHEN event.verdict IN ('certain', 'possible') THEN event.verdict ELSE 'undecided' END AS verdict,
    CASE WHEN event.verdict NOT IN ('certain', 'possible') THEN event.verdict END AS reason,
    event.label,
    CASE event.tense WHEN 'past' THEN 'over' WHEN 'present' THEN 'going on' ELSE 'still to come' END AS manner,
    event.stated,
    event.date_ids,
    CASE WHEN event.days_over > 0 THEN event.told_id END AS told_id,
    CASE WHEN event.days_over > 0 THEN event.writing_ids END AS writing_ids,
    CASE WHEN event.days_over > 0 AND event.told_id IS NOT NULL THEN NULL ELSE event.published_id END AS published_id,
    CASE WHEN event.days_over > 0 THEN event.written_first END AS not_before,
    CASE WHEN event.days_over > 0 THEN event.days_over END AS days_over,
    CASE WHEN event.days_over > 0 THEN told.label END AS told,
    CASE told.tense WHEN 'past' THEN 'over' ELSE 'going on' END AS told_tense,
    told_days.stated AS told_stated,
    CASE WHEN event.days_ahead > 0 THEN event.written_last END AS not_after,
    CASE WHEN event.days_ahead > 0 THEN event.days_ahead END AS days_ahead,
    CASE
        WHEN event.goes_on THEN 'it lasts or comes again, and its date may be that of another part of it'
        WHEN event.days_ahead = 1 OR (event.days_over = 1 AND event.tense = 'future')
            THEN 'it may be the same day in another time zone'
        WHEN event.days_over > 1 AND event.tense = 'present' THEN 'the present may be that of a report'
    END AS doubt,
    CASE WHEN event.days_ahead > 0 THEN 'future' ELSE 'past' END AS fitting
FROM judged AS event
LEFT JOIN events AS told ON told.event_id = event.told_id
LEFT JOIN stated_days AS told_days ON told_days.event_id = event.told_id
WHERE event.verdict <> 'consistent'
