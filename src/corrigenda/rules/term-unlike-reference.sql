-- A technical term is printed that is no known designation of what is meant, but resembles one.
--
-- Why it happens: a long designation is quoted from memory, translated back, or two of them are run together.
--
-- Terms are compared with the known names of weapons and programmes of the same topic, by their words (a third of
-- them shared) or their letters (a third apart at most). A shortening of a known designation, or one within a longer
-- phrase, fits. Certain is only a term that shares half of its words with a designation of the very thing
-- meant, or is near it by letters; everything else may be another thing. What resembles nothing known cannot be told.
--
-- To settle: look the designation up with its maker or buyer. If the printed form is right as well, add it to the
-- known names.
--
-- severity: warning
-- subject: article
-- judges: printed_terms by mention_id
-- places: mentions.name_printed basis, names[nearest_id].name basis
-- message: "{name_printed}" is no known designation[ of {actor}]; the nearest is "{nearest}"[, of {other}], which shares {shared}
--   of its {words} words[; {doubt}]
-- repair: mentions.name_printed = {nearest}: the nearest known designation
WITH lengths AS (
    SELECT text, count(*) AS words FROM words GROUP BY text
),
forms AS (
    SELECT text, word, word AS form FROM words
    UNION ALL
    SELECT text, word, concat(word, 's') AS form FROM words
),
shares AS (
    SELECT p.name_printed AS printed, w.text AS known, count(*) AS shared
    FROM (SELECT DISTINCT name_printed FROM printed_terms) AS p
    JOIN forms AS v ON v.text = p.name_printed
    JOIN forms AS w ON w.form = v.form AND (v.word = v.form OR w.word = w.form)
    GROUP BY p.name_printed, w.text
),
counted AS (
    SELECT
        p.mention_id,
        n.name_id,
        n.actor_id,
        coalesce(n.actor_id = p.actor_id, FALSE) AS is_own,
        f.solid = k.solid AS is_same,
        levenshtein(f.folded, k.folded) * 3 <= length(k.folded) AS is_near,
        levenshtein(f.folded, k.folded) AS distance,
        coalesce(v.words, 0) AS printed_words,
        coalesce(w.words, 0) AS known_words,
        coalesce(s.shared, 0) AS shared
    FROM printed_terms AS p
    JOIN writing_days AS d ON d.article_id = p.article_id
    JOIN actors AS a ON a.kind IN ('weapon', 'programme') AND (a.actor_id = p.actor_id OR coalesce(a.topic, '') = coalesce(p.topic, a.topic, ''))
    JOIN names AS n ON n.actor_id = a.actor_id
    JOIN folded AS f ON f.text = p.name_printed
    JOIN folded AS k ON k.text = n.name
    LEFT JOIN lengths AS v ON v.text = p.name_printed
    LEFT JOIN lengths AS w ON w.text = n.name
    LEFT JOIN shares AS s ON s.printed = p.name_printed AND s.known = n.name
    LEFT JOIN edtf AS u ON u.text = n.used_from
    WHERE coalesce(u.first_day, 1) <= coalesce(d.last_day, 3652059)
),
ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY mention_id
            ORDER BY round(shared * 2.0 / (printed_words + known_words), 6) DESC, distance, is_own DESC, name_id
        ) AS place
    FROM counted
    WHERE shared * 6 >= printed_words + known_words OR is_near
)
SELECT
    p.mention_id,
    CASE
        WHEN r.mention_id IS NULL THEN 'undecided'
        WHEN r.is_own AND (r.is_near OR r.shared * 4 >= r.printed_words + r.known_words) THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE WHEN r.mention_id IS NULL THEN 'the reference knows no designation that resembles it' END AS reason,
    p.name_printed,
    p.actor,
    n.name AS nearest,
    r.name_id AS nearest_id,
    CASE WHEN NOT r.is_own THEN a.label END AS other,
    r.shared,
    r.known_words AS words,
    CASE
        WHEN NOT r.is_own THEN 'another thing may be meant'
        WHEN NOT r.is_near AND r.shared * 4 < r.printed_words + r.known_words THEN 'it may be another name'
    END AS doubt
FROM printed_terms AS p
LEFT JOIN ranked AS r ON r.mention_id = p.mention_id AND r.place = 1
LEFT JOIN names AS n ON n.name_id = r.name_id
LEFT JOIN actors AS a ON a.actor_id = r.actor_id
WHERE NOT EXISTS (
    SELECT 1 FROM counted AS c
    WHERE c.mention_id = p.mention_id AND (c.is_same OR (c.shared > 0 AND c.shared IN (c.printed_words, c.known_words)))
)
