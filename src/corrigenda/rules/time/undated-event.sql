-- A title, a name or a gap can be checked only by the day of an event, and nothing limits that day.
--
-- Why it happens: A background event is mentioned in passing, and neither it nor the article has a date.
--
-- What is judged: An event is judged only if something else depends on its day. An event with a first or a last
-- day, from a printed date, its tense or another event, counts as dated. A date without its year is a date.
--
-- To settle: Find out when the event was and print it, or print the day of publication. Until then what is named
-- here cannot be checked.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: needed_events by event_id
-- places: events.label basis, mentions[mention_ids].name_printed context, dates[gap_ids].as_printed context
-- message: ‘{label}’ has no date, and nothing printed limits its day, so this cannot be checked: {leaning}
SELECT
    needed.event_id,
    'certain' AS verdict,
    NULL AS reason,
    event.label,
    needed.mention_ids,
    needed.gap_ids,
    needed.leaning
FROM needed_events AS needed
JOIN events AS event ON event.event_id = needed.event_id
WHERE needed.is_undated
