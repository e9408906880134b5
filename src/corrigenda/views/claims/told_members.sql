-- What an article itself tells as begun or done, by what it is: every such event under every category whose definition
-- it meets, once for everybody who took part and for the state of each body that did.
SELECT DISTINCT c.category_id, ev.event_id, ev.article_id, ev.claim_id, ev.label, ev.about, ev.tense, l.modality, p.for_id AS actor_id
FROM categories AS c
JOIN kind_scope AS s ON s.kind_id = c.kind_id
JOIN events AS ev ON ev.kind_id = s.counts_id AND ev.tense IN ('past', 'present')
JOIN claims AS l ON l.claim_id = ev.claim_id AND l.polarity = 'affirmed' AND l.modality IN ('asserted', 'reported')
JOIN (
    SELECT m.event_id, a.actor_id AS for_id, coalesce(a.state, a.actor_id) AS state_id
    FROM mentions AS m
    JOIN actors AS a ON a.actor_id = m.actor_id
    WHERE m.part IN ('agent', 'counterpart')
    UNION
    SELECT m.event_id, a.state AS for_id, a.state AS state_id
    FROM mentions AS m
    JOIN actors AS a ON a.actor_id = m.actor_id AND a.kind = 'body' AND a.state IS NOT NULL
    WHERE m.part IN ('agent', 'counterpart')
) AS p ON p.event_id = ev.event_id
LEFT JOIN actors AS t ON t.actor_id = ev.about
WHERE (c.topic IS NULL OR c.topic = t.topic)
    AND (NOT c."foreign" OR (t.state IS NOT NULL AND t.state <> p.state_id))
