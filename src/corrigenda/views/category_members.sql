-- Milestones by what they are: every milestone under every category whose definition it meets (kind, topic,
-- and, where the category is about what another state leads, the state), once for each state that took part.
SELECT c.category_id, m.milestone_id, m.label, a.actor_id, m.known_from, d.first_day, d.last_day
FROM categories AS c
JOIN kind_scope AS s ON s.kind_id = c.kind_id
JOIN milestones AS m ON m.kind_id = s.counts_id
JOIN edtf AS d ON d.text = m.day
JOIN participants AS p ON p.milestone_id = m.milestone_id AND p.part IN ('agent', 'counterpart')
JOIN actors AS a ON a.actor_id = p.actor_id
LEFT JOIN actors AS t ON t.actor_id = m.about
WHERE (c.topic IS NULL OR c.topic = t.topic)
    AND (NOT c."foreign" OR (t.state IS NOT NULL AND t.state <> coalesce(a.state, a.actor_id)))
