-- A printed title is not among the known titles of its office, and does not shorten one.
--
-- Why it happens: A rank was lost or added ("deputy"), one field was mistaken for another, or a title was written
-- from memory.
--
-- What is judged: Titles are compared by their words, in any order. Small words, markers (former, acting) and the names
-- of the state and the body do not count, and neither does an ordinal in front ("the 47th president"). A title may be
-- shortened as long as no word of rank is lost. The body may be left out: "president" for the President of Parliament.
-- The table of title words says which words are small, markers, ranks or forms of others ("premier"). A grade or a form
-- of address alone ("General", "Doctor") is no office and is not judged. Only a title is reported that differs by rank
-- alone, or that is the title of another office of the same state. Any other may be a further title of the same office
-- and is left undecided. A finding is certain only if the reference knows the person in the office; otherwise the title
-- may be that of an office which it lacks. When a title was in use is not judged here.
--
-- To settle: Look up the title in a source of the office itself. If the printed form is right as well, add it to
-- the names of the office.
--
-- since: 0.2.0
-- severity: warning
-- subject: article
-- judges: printed_titles by mention_id
-- places: mentions.title_printed basis, names[nearest_id].name basis, offices[label_id].label basis,
--   names[other_name_id].name basis, offices[other_label_id].label basis
-- message: "{title_printed}" is not among the known titles of the office {office} and shortens none of them; the
--   nearest is "{nearest}"[; it is the title of another office: {other}][; {doubt}]
-- repair: mentions.title_printed = {nearest}: the title is one of the known titles
-- repair: mentions.office_id = {other_office_id}: the title is that of {other}
WITH compared AS (
    SELECT
        title_printed,
        office_id,
        bool_or(is_same) AS is_same,
        bool_or(is_without_body) AS is_without_body,
        bool_or(is_like) AS is_like,
        bool_or(is_other_rank) AS is_other_rank,
        min_by(
            title,
            {'other': NOT is_other_rank, 'apart': apart, 'doubt': NOT coalesce(is_confirmed, FALSE), 'title': title}
        ) AS nearest
    FROM title_matches
    GROUP BY title_printed, office_id
),
cores AS (
    SELECT
        titled.office_id,
        titled.title,
        titled.is_known,
        office.state,
        string_agg(word.word, ' ' ORDER BY word.word) AS core
    FROM (
        SELECT office_id, title_printed AS title, FALSE AS is_known FROM compared WHERE NOT is_same
        UNION ALL
        SELECT office_id, title, TRUE AS is_known FROM known_titles
    ) AS titled
    JOIN offices AS office ON office.office_id = titled.office_id
    JOIN words AS word ON word.text = titled.title
    LEFT JOIN office_words AS office_word
        ON office_word.office_id = titled.office_id AND office_word.word = word.word AND office_word.is_state
    WHERE office_word.word IS NULL
    GROUP BY titled.office_id, titled.title, titled.is_known, office.state
),
-- "Premier", printed for the prime minister of a state of which somebody else is the Premier: what is a form of one
-- title is the very title of another office.
exact AS (
    SELECT printed.title_printed, printed.office_id, min(concat(known.office_id, ' ', known.title)) AS found
    FROM (SELECT DISTINCT title_printed, office_id, folded FROM printed_titles) AS printed
    JOIN offices AS office ON office.office_id = printed.office_id
    JOIN offices AS other ON other.state = office.state AND other.office_id <> office.office_id
    JOIN known_titles AS known ON known.office_id = other.office_id
    JOIN folded AS known_text ON known_text.text = known.title AND known_text.folded = printed.folded
    WHERE NOT EXISTS (
        SELECT 1 FROM known_titles AS own
        JOIN folded AS own_text ON own_text.text = own.title
        WHERE own.office_id = printed.office_id AND own_text.folded = printed.folded
    )
    GROUP BY printed.title_printed, printed.office_id
),
others AS (
    SELECT printed.title AS title_printed, printed.office_id, min(concat(known.office_id, ' ', known.title)) AS found
    FROM cores AS printed
    JOIN cores AS known
        ON known.core = printed.core
        AND known.state = printed.state
        AND known.is_known
        AND known.office_id <> printed.office_id
    WHERE NOT printed.is_known
    GROUP BY printed.title, printed.office_id
)
SELECT
    title.mention_id,
    CASE
        WHEN NOT title.is_readable OR (found.found IS NULL AND NOT compared.is_other_rank) THEN 'undecided'
        WHEN held.mention_id IS NOT NULL THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN NOT title.is_readable THEN 'the reference has no title of this office in the language of the article'
        WHEN found.found IS NULL AND NOT compared.is_other_rank THEN 'it may be a further title of the same office'
    END AS reason,
    title.title_printed,
    CASE
        WHEN held.mention_id IS NULL
            THEN 'the reference does not know this person in the office, so that another one may be meant'
    END AS doubt,
    office.label AS office,
    compared.nearest,
    known.name_id AS nearest_id,
    known.label_id,
    other_office.label AS other,
    other_office.office_id AS other_office_id,
    known_other.name_id AS other_name_id,
    known_other.label_id AS other_label_id
FROM printed_titles AS title
JOIN compared ON compared.title_printed = title.title_printed AND compared.office_id = title.office_id
JOIN known_titles AS known ON known.office_id = title.office_id AND known.title = compared.nearest
JOIN offices AS office ON office.office_id = title.office_id
LEFT JOIN (
    SELECT title_printed, office_id, min(found) AS found, bool_or(is_exact) AS is_exact
    FROM (
        SELECT title_printed, office_id, found, FALSE AS is_exact FROM others
        UNION ALL
        SELECT title_printed, office_id, found, TRUE AS is_exact FROM exact
    ) AS either_way
    GROUP BY title_printed, office_id
) AS found ON found.title_printed = title.title_printed AND found.office_id = title.office_id
LEFT JOIN (
    SELECT DISTINCT mention.mention_id
    FROM mentions AS mention
    JOIN office_terms AS term ON term.actor_id = mention.actor_id AND term.office_id = mention.office_id
) AS held ON held.mention_id = title.mention_id
LEFT JOIN known_titles AS known_other ON concat(known_other.office_id, ' ', known_other.title) = found.found
LEFT JOIN offices AS other_office ON other_office.office_id = known_other.office_id
WHERE (coalesce(found.is_exact, FALSE) AND compared.is_same)
    OR (NOT compared.is_same AND NOT compared.is_without_body AND (found.found IS NOT NULL OR NOT compared.is_like))
