-- Words that may stand beside the title of each office without being part of it: those of the names of its state
-- (is_state) and of the body to which it belongs.
-- grain: office_id, word
SELECT office.office_id, word.word, bool_or(name.actor_id = office.state) AS is_state
FROM offices AS office
JOIN names AS name ON name.actor_id = office.state OR name.actor_id = office.body
JOIN words AS word ON word.text = name.name
GROUP BY office.office_id, word.word
