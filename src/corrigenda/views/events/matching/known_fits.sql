-- Every reported event that some known event fits in everything that is said of it: there is nothing to ask about it.
-- grain: event_id
SELECT DISTINCT pair.event_id
FROM event_pairs AS pair
JOIN finished_events AS told ON told.event_id = pair.event_id
JOIN event_agreements AS agreed ON agreed.event_id = pair.event_id AND agreed.known_id = pair.known_id
WHERE pair.way <> 'contrary'
    AND NOT agreed.other_thing
    AND NOT agreed.other_office
    AND agreed.strangers = 0
    AND agreed.people > 0
    AND (told.stated IS NULL OR pair.days_apart <= 0)
