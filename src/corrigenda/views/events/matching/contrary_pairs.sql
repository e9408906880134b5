-- Every reported event with each known one of the contrary kind about the same thing, or in the same office, in which
-- all who are named took part and whose day the printed date can be: one of the two did not happen so.
-- grain: event_id, known_id
SELECT
    pair.event_id,
    told.claim_id,
    told.article_id,
    pair.known_id,
    pair.is_same_day,
    pair.was_known,
    agreed.namesakes > 0 AS is_namesake
FROM event_pairs AS pair
JOIN finished_events AS told ON told.event_id = pair.event_id
JOIN event_agreements AS agreed ON agreed.event_id = pair.event_id AND agreed.known_id = pair.known_id
WHERE pair.way = 'contrary'
    AND told.stated IS NOT NULL
    AND pair.days_apart <= 0
    AND told.last_day - told.first_day <= 31
    AND NOT agreed.other_thing
    AND (agreed.same_thing OR agreed.same_office)
    AND agreed.strangers = 0
    AND (agreed.people > 0 OR agreed.doers = 0)
