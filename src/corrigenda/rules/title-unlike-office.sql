-- A title is printed that is none of the known titles of the office it is read as, nor a shortening of one.
--
-- Why it happens: a rank is lost or added ("deputy"), a field is mixed up with another one, or a title is put
-- together from memory.
--
-- Titles are compared by their words, in any order; small words, markers (former, acting) and the names of the state
-- and the body do not count, and a title may be shortened as long as no word of rank is lost. Certain is only a
-- title that differs by rank alone, or that is the title of another office of the same state. Any other may
-- be a further title of the same office. A title of its time is not judged here by when it was in use.
--
-- To settle: look the title up in a source of the office itself. If the printed form is right as well, add it to
-- the names of the office.
--
-- severity: warning
-- subject: article
-- judges: printed_titles by mention_id
-- places: mentions.title_printed basis, names[nearest_id].name basis, offices[label_id].label basis,
--   names[other_name_id].name basis, offices[other_label_id].label basis
-- message: "{title_printed}" is none of the known titles ({known}) of the office {office}, nor a shortening of one; the
--   nearest is "{nearest}"[; it is the title of another office: {other}][; {doubt}]
-- repair: mentions.title_printed = {nearest}: the title is one of the known titles
-- repair: mentions.office_id = {other_office_id}: the title is that of {other}
WITH ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY title_printed, office_id, is_own
            ORDER BY (is_own AND is_other_rank) DESC, (NOT is_own AND is_same) DESC, apart, is_confirmed DESC, title
        ) AS place
    FROM title_matches
),
fits AS (
    SELECT
        title_printed,
        office_id,
        count(CASE WHEN is_own THEN 1 END) AS known,
        bool_or(is_own AND is_same) AS is_same,
        bool_or(is_own AND is_like) AS is_like,
        bool_or(is_own AND is_other_rank) AS is_other_rank,
        bool_or(NOT is_own AND is_same) AS is_other
    FROM title_matches
    GROUP BY title_printed, office_id
)
SELECT
    p.mention_id,
    CASE WHEN NOT p.is_readable THEN 'undecided' WHEN f.is_other OR f.is_other_rank THEN 'certain' ELSE 'possible' END AS verdict,
    CASE WHEN NOT p.is_readable THEN 'the reference has no title of this office in the language of the article' END AS reason,
    p.title_printed,
    o.label AS office,
    f.known,
    n.title AS nearest,
    n.name_id AS nearest_id,
    n.label_id,
    CASE WHEN f.is_other THEN x.label END AS other,
    CASE WHEN f.is_other THEN r.known_office_id END AS other_office_id,
    CASE WHEN f.is_other THEN r.name_id END AS other_name_id,
    CASE WHEN f.is_other THEN r.label_id END AS other_label_id,
    CASE WHEN NOT f.is_other AND NOT f.is_other_rank THEN 'it may be a further title of the same office' END AS doubt
FROM printed_titles AS p
JOIN fits AS f ON f.title_printed = p.title_printed AND f.office_id = p.office_id
JOIN ranked AS n ON n.title_printed = p.title_printed AND n.office_id = p.office_id AND n.is_own AND n.place = 1
JOIN offices AS o ON o.office_id = p.office_id
LEFT JOIN ranked AS r ON r.title_printed = p.title_printed AND r.office_id = p.office_id AND NOT r.is_own AND r.place = 1
LEFT JOIN offices AS x ON x.office_id = r.known_office_id
WHERE NOT f.is_same AND (f.is_other OR NOT f.is_like)
