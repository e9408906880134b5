-- Every told event with each known one of the contrary kind about the same thing, or in the same office, in which all who are
-- named took part and whose day the printed date can be: one of the two did not happen so.
SELECT p.event_id, e.claim_id, e.article_id, p.known_id, p.is_same_day, p.was_known, a.namesakes > 0 AS is_namesake
FROM event_pairs AS p
JOIN finished_events AS e ON e.event_id = p.event_id
JOIN event_agreements AS a ON a.event_id = p.event_id AND a.known_id = p.known_id
WHERE p.way = 'contrary'
    AND e.stated IS NOT NULL
    AND p.days_apart <= 0
    AND e.last_day - e.first_day <= 31
    AND NOT a.other_thing
    AND (a.same_thing OR a.same_office)
    AND a.strangers = 0
    AND (a.people > 0 OR a.doers = 0)
-- grain: event_id, known_id
