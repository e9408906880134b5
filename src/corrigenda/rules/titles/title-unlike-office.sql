-- A printed title is not among the known titles of its office, and does not shorten one.
--
-- Why it happens: A rank was lost or added ("deputy"), one field was mistaken for another, or a title was written
-- from memory.
--
-- What is judged: Titles are compared by their words, in any order. Small words, markers (former, acting) and the
-- names of the state and the body do not count. A title may be shortened as long as no word of rank is lost. A
-- clash is certain only for a title that differs by rank alone, or that is the title of another office of the same
-- state. Any other may be a further title of the same office. When a title was in use is not judged here.
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
-- message: "{title_printed}" is none of the known titles ({known}) of the office {office}, nor a shortening of one; the
--   nearest is "{nearest}"[; it is the title of another office: {other}][; {doubt}]
-- repair: mentions.title_printed = {nearest}: the title is one of the known titles
-- repair: mentions.office_id = {other_office_id}: the title is that of {other}
WITH compared AS (
    SELECT
        title_printed,
        office_id,
        count(*) AS known,
        bool_or(is_same) AS is_same,
        bool_or(is_like) AS is_like,
        bool_or(is_other_rank) AS is_other_rank,
        min_by(
            title,
            concat(CASE WHEN is_other_rank THEN '0' ELSE '1' END, lpad(CAST(apart AS VARCHAR), 4, '0'), CASE WHEN is_confirmed THEN '0' ELSE '1' END, title)
        ) AS nearest
    FROM title_matches
    GROUP BY title_printed, office_id
),
cores AS (
    SELECT t.office_id, t.title, t.is_known, o.state, string_agg(w.word, ' ' ORDER BY w.word) AS core
    FROM (
        SELECT office_id, title_printed AS title, FALSE AS is_known FROM compared WHERE NOT is_same
        UNION ALL
        SELECT office_id, title, TRUE AS is_known FROM known_titles
    ) AS t
    JOIN offices AS o ON o.office_id = t.office_id
    JOIN words AS w ON w.text = t.title
    LEFT JOIN office_words AS b ON b.office_id = t.office_id AND b.word = w.word AND b.is_state
    WHERE b.word IS NULL
    GROUP BY t.office_id, t.title, t.is_known, o.state
),
others AS (
    SELECT p.title AS title_printed, p.office_id, min(concat(k.office_id, ' ', k.title)) AS found
    FROM cores AS p
    JOIN cores AS k ON k.core = p.core AND k.state = p.state AND k.is_known AND k.office_id <> p.office_id
    WHERE NOT p.is_known
    GROUP BY p.title, p.office_id
)
SELECT
    p.mention_id,
    CASE WHEN NOT p.is_readable THEN 'undecided' WHEN r.found IS NOT NULL OR c.is_other_rank THEN 'certain' ELSE 'possible' END AS verdict,
    CASE WHEN NOT p.is_readable THEN 'the reference has no title of this office in the language of the article' END AS reason,
    p.title_printed,
    o.label AS office,
    c.known,
    c.nearest,
    n.name_id AS nearest_id,
    n.label_id,
    x.label AS other,
    x.office_id AS other_office_id,
    t.name_id AS other_name_id,
    t.label_id AS other_label_id,
    CASE WHEN r.found IS NULL AND NOT c.is_other_rank THEN 'it may be a further title of the same office' END AS doubt
FROM printed_titles AS p
JOIN compared AS c ON c.title_printed = p.title_printed AND c.office_id = p.office_id
JOIN known_titles AS n ON n.office_id = p.office_id AND n.title = c.nearest
JOIN offices AS o ON o.office_id = p.office_id
LEFT JOIN others AS r ON r.title_printed = p.title_printed AND r.office_id = p.office_id
LEFT JOIN known_titles AS t ON concat(t.office_id, ' ', t.title) = r.found
LEFT JOIN offices AS x ON x.office_id = t.office_id
WHERE NOT c.is_same AND (r.found IS NOT NULL OR NOT c.is_like)
