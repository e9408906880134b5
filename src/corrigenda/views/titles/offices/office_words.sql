-- Words that may be next to the title of each office without being part of it: those of the names of its state
-- (is_state) and of the body to which it belongs, the initials of a state ("U.S."), and its adjective where that has
-- the same stem ("Russian"). Other adjectives ("French") are names of the state in the reference.
-- grain: office_id, word
WITH named AS (
    SELECT office.office_id, name.name, name.actor_id = office.state AS is_state
    FROM offices AS office
    JOIN names AS name ON name.actor_id = office.state OR name.actor_id = office.body
),
plain AS (
    SELECT named.office_id, named.name, named.is_state, word.word, word.position
    FROM named
    JOIN words AS word ON word.text = named.name
),
adjectives AS (
    SELECT plain.office_id, TRUE AS is_state, printed.word
    FROM plain
    -- Equal stems and not LIKE: every pair of words would be compared, of 30,000 names each.
    JOIN (SELECT DISTINCT word, substring(word, 1, 4) AS stem FROM words) AS printed
        ON printed.stem = substring(plain.word, 1, 4)
    WHERE plain.is_state
        AND length(plain.word) > 3
        AND (printed.word LIKE '%an' OR printed.word LIKE '%ese' OR printed.word LIKE '%ish')
),
initials AS (
    SELECT office_id, is_state, string_agg(substring(word, 1, 1), '' ORDER BY position) AS word
    FROM plain
    WHERE is_state
    GROUP BY office_id, is_state, name
    HAVING count(*) > 1
),
listed AS (
    SELECT office_id, is_state, word FROM plain
    UNION ALL
    SELECT office_id, is_state, word FROM adjectives
    UNION ALL
    SELECT office_id, is_state, word FROM initials
)
SELECT office_id, word, bool_or(is_state) AS is_state
FROM listed
GROUP BY office_id, word
