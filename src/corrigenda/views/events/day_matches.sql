-- Every told event with a printed date beside each known event that agrees with it in all but perhaps the day: the thing, the
-- office and everybody who is named. days_apart counts from the known day where the kinds are the same, and from the reach of
-- the known event where the told kind is a wider one. clashes where it cannot be that day: a known event of a wider kind
-- can fit, but a clash with it says nothing, and so does a clash with a term in an office that is not named.
SELECT
    e.event_id,
    e.claim_id,
    e.article_id,
    p.known_id,
    CASE WHEN n.kind_id = e.kind_id THEN p.days_apart ELSE p.reach_apart END AS days_apart,
    n.kind_id = e.kind_id AS is_same_kind,
    p.way = 'same' AND NOT a.other_office AND NOT a.unsure_office AS can_clash,
    a.unsure_office,
    a.namesakes > 0 AS is_namesake,
    p.was_known,
    n.is_listed OR EXISTS (
        SELECT 1 FROM completeness AS c
        JOIN categories AS g ON g.category_id = c.category_id AND g.topic IS NULL
        JOIN kind_scope AS s ON s.kind_id = g.kind_id AND s.counts_id = e.kind_id
        JOIN edtf AS f ON f.text = c.since
        JOIN edtf AS t ON t.text = c.until
        WHERE f.last_day <= e.first_day AND t.first_day >= e.last_day
    ) AS is_listed
FROM event_pairs AS p
JOIN finished_events AS e ON e.event_id = p.event_id
JOIN known_events AS n ON n.known_id = p.known_id
JOIN event_agreements AS a ON a.event_id = p.event_id AND a.known_id = p.known_id
WHERE p.way <> 'contrary'
    AND e.stated IS NOT NULL
    AND NOT e.lasts
    AND NOT a.other_thing
    AND NOT a.other_office
    AND a.strangers = 0
    AND (a.people > 0 OR (a.same_thing AND (e.is_once OR a.doers = 0)))
-- grain: event_id, known_id
