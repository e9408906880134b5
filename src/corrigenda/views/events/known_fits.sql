-- Every told event that some known event fits in everything that is told: there is nothing to ask about it.
SELECT DISTINCT p.event_id
FROM event_pairs AS p
JOIN finished_events AS e ON e.event_id = p.event_id
JOIN event_agreements AS a ON a.event_id = p.event_id AND a.known_id = p.known_id
WHERE p.way <> 'contrary'
    AND NOT a.other_thing
    AND NOT a.other_office
    AND a.strangers = 0
    AND a.people > 0
    AND (e.stated IS NULL OR p.days_apart <= 0)
-- grain: event_id
