-- Words that may stand beside the title of each office without being part of it: those of the names of its state
-- (is_state) and of the body to which it belongs.
SELECT o.office_id, w.word, bool_or(n.actor_id = o.state) AS is_state
FROM offices AS o
JOIN names AS n ON n.actor_id = o.state OR n.actor_id = o.body
JOIN words AS w ON w.text = n.name
GROUP BY o.office_id, w.word
