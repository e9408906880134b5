-- A title, a name or a gap can be checked only by the day of an event, and nothing bounds that day.
--
-- Why it happens: a background event is told in passing, and neither it nor the article has a date.
--
-- An event that nothing else leans on needs no date and is not judged; one that has a first or a last day, by a
-- printed date, by its tense or by what it is tied to, is not undated. A date without its year is a date.
--
-- To settle: find out when the event was and print it, or print the day of publication. Until then what is named
-- here stands unchecked.
--
-- severity: note
-- subject: article
-- judges: leaned_on_events by event_id
-- places: events.label basis, mentions[mention_ids].name_printed context, dates[gap_ids].as_printed context
-- message: {label} has no date and nothing printed bounds its day, so that this stays unchecked: {leaning}
SELECT l.event_id, 'certain' AS verdict, NULL AS reason, ev.label, l.mention_ids, l.gap_ids, l.leaning
FROM leaned_on_events AS l
JOIN events AS ev ON ev.event_id = l.event_id
WHERE l.is_undated
