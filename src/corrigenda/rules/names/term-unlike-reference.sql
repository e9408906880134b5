-- A printed technical term matches no known designation of what is meant, but resembles one.
--
-- Why it happens: A long designation was quoted from memory or translated back, or two designations were mixed up.
--
-- What is judged: Terms are compared with the known names of weapons and programmes of the same topic. A term
-- resembles a designation if at least half of its words are the same or spelt alike (at most a third of the
-- letters differ), or if at most a third of all its letters differ. One shared word out of three, such as
-- "interceptor", is not enough. A short form of a known designation fits, and so does one inside a longer phrase.
-- A clash is certain only for a term that shares half of its words with a designation of the very thing meant, or
-- is close to it by letters. Any other may be another thing. If nothing known resembles the term, the rule cannot
-- decide. If several names of the nearest thing are equally close by their words, its primary name is shown.
--
-- To settle: Check the designation with its maker or buyer. If the printed form is right as well, add it to the
-- known names.
--
-- since: 0.2.0
-- severity: warning
-- subject: article
-- judges: printed_terms by mention_id
-- places: mentions.name_printed basis, names[nearest_id].name basis
-- message: "{name_printed}" is no known designation[ of {actor}]; the nearest is "{nearest}"[, of {other}], which shares {shared}
--   of its {words} words[; {spelt}][; {doubt}]
-- repair: mentions.name_printed = {nearest}: the nearest known designation[, if {meant} is meant]
WITH compared AS (
    SELECT
        p.mention_id,
        p.name_printed,
        n.name_id,
        n.name,
        n.actor_id,
        n.rank = 'primary' AS is_primary,
        coalesce(n.actor_id = p.actor_id, FALSE) AS is_own,
        f.solid = k.solid AS is_same,
        levenshtein(f.folded, k.folded) * 3 <= length(k.folded) AS is_near,
        levenshtein(f.folded, k.folded) AS distance
    FROM printed_terms AS p
    JOIN writing_days AS d ON d.article_id = p.article_id
    JOIN actors AS a
        ON a.kind IN ('weapon', 'programme')
        AND (a.actor_id = p.actor_id OR coalesce(a.topic, '') = coalesce(p.topic, a.topic, ''))
    JOIN names AS n ON n.actor_id = a.actor_id
    JOIN folded AS f ON f.text = p.name_printed
    JOIN folded AS k ON k.text = n.name
    LEFT JOIN edtf AS u ON u.text = n.used_from
    WHERE coalesce(u.first_day, 1) <= coalesce(d.last_day, 3652059)
),
lengths AS (
    SELECT text, count(*) AS words FROM words GROUP BY text
),
shares AS (
    SELECT
        c.name_printed,
        c.name,
        count(
            CASE WHEN w.word = v.word OR w.word = concat(v.word, 's') OR v.word = concat(w.word, 's') THEN 1 END
        ) AS shared,
        count(DISTINCT CASE WHEN levenshtein(v.word, w.word) * 3 <= greatest(length(v.word), length(w.word)) THEN v.word END)
            AS alike
    FROM (SELECT DISTINCT name_printed, name FROM compared) AS c
    JOIN words AS v ON v.text = c.name_printed
    JOIN words AS w ON w.text = c.name
    GROUP BY c.name_printed, c.name
),
counted AS (
    SELECT
        c.*,
        coalesce(v.words, 0) AS printed_words,
        coalesce(w.words, 0) AS known_words,
        coalesce(s.shared, 0) AS shared,
        coalesce(s.alike, 0) AS alike
    FROM compared AS c
    LEFT JOIN lengths AS v ON v.text = c.name_printed
    LEFT JOIN lengths AS w ON w.text = c.name
    LEFT JOIN shares AS s ON s.name_printed = c.name_printed AND s.name = c.name
),
near AS (
    SELECT *, round(shared * 2.0 / (printed_words + known_words), 6) AS share
    FROM counted
    WHERE (shared > 0 AND alike * 4 >= printed_words + known_words) OR is_near
),
ranked AS (
    SELECT
        n.*,
        row_number() OVER (
            PARTITION BY n.mention_id
            ORDER BY n.share DESC, t.distance, n.is_own DESC, n.actor_id, n.is_primary DESC, n.distance, n.name_id
        ) AS place
    FROM near AS n
    JOIN (SELECT mention_id, actor_id, share, min(distance) AS distance FROM near GROUP BY mention_id, actor_id, share)
        AS t
        ON t.mention_id = n.mention_id AND t.actor_id = n.actor_id AND t.share = n.share
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
    CASE WHEN NOT r.is_own AND a.label <> n.name THEN a.label END AS other,
    r.shared,
    r.known_words AS words,
    CASE WHEN NOT r.is_near AND r.alike > r.shared THEN 'another one is spelt much alike' END AS spelt,
    CASE
        WHEN NOT r.is_own THEN a.label
        WHEN NOT r.is_near AND r.shared * 4 < r.printed_words + r.known_words THEN 'that name'
    END AS meant,
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
