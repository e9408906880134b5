-- Every told event with each known one that it must be, whoever is said to take part. thing: what comes only once to what it
-- is about, with no other day printed. act: an official act about one thing on the very day. term: the start or the end of
-- a term in an office of one holder, on the very day.
SELECT p.event_id, e.claim_id, e.article_id, p.known_id, CASE WHEN t.office_id IS NOT NULL THEN 'term' WHEN e.is_once THEN 'thing' ELSE 'act' END AS identity
FROM event_pairs AS p
JOIN finished_events AS e ON e.event_id = p.event_id
JOIN known_events AS n ON n.known_id = p.known_id
JOIN event_agreements AS a ON a.event_id = p.event_id AND a.known_id = p.known_id
LEFT JOIN kind_scope AS s ON s.kind_id = 'act' AND s.counts_id = e.kind_id
LEFT JOIN (
    SELECT m.event_id, m.office_id
    FROM mentions AS m
    JOIN offices AS o ON o.office_id = m.office_id AND o.holders = 'one'
    WHERE m.event_id IS NOT NULL
    GROUP BY m.event_id, m.office_id
) AS t ON t.event_id = p.event_id AND t.office_id = n.office_id
WHERE p.way = 'same'
    AND NOT e.lasts
    AND (
        (e.is_once AND a.same_thing AND n.office_id IS NULL AND (e.stated IS NULL OR p.days_apart <= 1))
        OR (a.same_thing AND n.office_id IS NULL AND p.is_same_day AND s.kind_id IS NOT NULL)
        OR (t.office_id IS NOT NULL AND a.same_office AND p.is_same_day AND n.kind_id = e.kind_id)
    )
-- grain: event_id, known_id
