-- Milestones by what they are: every milestone under every category whose definition it meets (kind, topic,
-- and, where the category is about what another state leads, the state), once for everybody who took part
-- and for the state of each body that did.
SELECT c.category_id, m.milestone_id, m.label, m.about, p.participant_id, p.for_id AS actor_id, m.known_from, d.first_day, d.last_day
FROM categories AS c
JOIN kind_scope AS s ON s.kind_id = c.kind_id
JOIN milestones AS m ON m.kind_id = s.counts_id
JOIN edtf AS d ON d.text = m.day
JOIN milestone_parties AS p ON p.milestone_id = m.milestone_id
LEFT JOIN actors AS t ON t.actor_id = m.about
WHERE (c.topic IS NULL OR c.topic = t.topic)
    AND (NOT c."foreign" OR (t.state IS NOT NULL AND t.state <> p.state_id))
