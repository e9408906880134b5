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
-- message: "{name_printed}" is not a known name[ of {actor}]; the nearest is "{nearest}"[, of {other}],
--   which shares {shared} of its {words} words[; {spelt}][; {doubt}]
-- repair: mentions.name_printed = {nearest}: it is the nearest known name[, if {meant} is meant]
WITH designations AS (
    SELECT
        name.*,
        actor.label,
        coalesce(actor.topic, '') AS topic
    FROM known_names AS name
    JOIN actors AS actor ON actor.actor_id = name.actor_id AND actor.kind IN ('weapon', 'programme')
),
lengths AS (
    SELECT text, count(*) AS words FROM words GROUP BY text
),
-- Of the names of a topic that has very many, the likely ones alone.
few AS (
    SELECT known.* FROM designations AS known
    LEFT JOIN crowds AS crowd ON crowd.sort = 'term' AND crowd.owner_id = known.topic
    WHERE crowd.owner_id IS NULL
),
paired AS (
    SELECT term.mention_id, known.name_id
    FROM printed_terms AS term
    JOIN few AS known ON known.actor_id = term.actor_id OR known.topic = coalesce(term.topic, known.topic)
    UNION ALL
    SELECT term.mention_id, known.name_id
    FROM printed_terms AS term
    JOIN likely_pairs AS likely ON likely.sort = 'term' AND likely.printed = term.name_printed
    JOIN designations AS known
        ON known.name = likely.known
        AND known.topic = likely.owner_id
        AND (known.actor_id = term.actor_id OR known.topic = coalesce(term.topic, known.topic))
),
compared AS (
    SELECT
        term.mention_id,
        term.name_printed,
        known.name_id,
        known.name,
        known.actor_id,
        known.label,
        known.is_primary,
        coalesce(known.actor_id = term.actor_id, FALSE) AS is_own,
        printed.solid = known.solid AS is_same,
        levenshtein(printed.folded, known.folded) AS distance,
        levenshtein(printed.folded, known.folded) * 3 <= length(known.folded) AS is_near,
        coalesce(printed_length.words, 0) AS printed_words,
        coalesce(known_length.words, 0) AS known_words
    FROM paired
    CROSS JOIN calendar
    JOIN printed_terms AS term ON term.mention_id = paired.mention_id
    JOIN writing_days AS writing ON writing.article_id = term.article_id
    JOIN folded AS printed ON printed.text = term.name_printed
    JOIN designations AS known
        ON known.name_id = paired.name_id
        AND known.may_first <= coalesce(writing.last_day, calendar.last_day)
    LEFT JOIN lengths AS printed_length ON printed_length.text = term.name_printed
    LEFT JOIN lengths AS known_length ON known_length.text = known.name
),
word_pairs AS (
    SELECT
        pair.name_printed,
        pair.name,
        printed.word,
        printed.word = known.word
        OR printed.word = concat(known.word, 's')
        OR known.word = concat(printed.word, 's') AS is_shared,
        levenshtein(printed.word, known.word) * 3 <= greatest(length(printed.word), length(known.word)) AS is_alike
    FROM (SELECT DISTINCT name_printed, name FROM compared) AS pair
    JOIN words AS printed ON printed.text = pair.name_printed
    JOIN words AS known ON known.text = pair.name
),
shares AS (
    SELECT
        name_printed,
        name,
        count(CASE WHEN is_shared THEN 1 END) AS shared,
        count(DISTINCT CASE WHEN is_alike THEN word END) AS alike
    FROM word_pairs
    GROUP BY name_printed, name
),
counted AS (
    SELECT
        compared.*,
        coalesce(shares.shared, 0) AS shared,
        coalesce(shares.alike, 0) AS alike,
        round(coalesce(shares.shared, 0) * 2.0 / (compared.printed_words + compared.known_words), 6) AS share,
        compared.is_near OR coalesce(shares.shared, 0) * 4 >= compared.printed_words + compared.known_words AS is_close
    FROM compared
    LEFT JOIN shares ON shares.name_printed = compared.name_printed AND shares.name = compared.name
),
fitting AS (
    SELECT DISTINCT mention_id
    FROM counted
    WHERE is_same OR (shared > 0 AND shared IN (printed_words, known_words))
),
-- Of things that are as near by their words, the one that has a name nearest by letters; of its names, the primary one.
near AS (
    SELECT *, min(distance) OVER (PARTITION BY mention_id, actor_id, share) AS actor_distance
    FROM counted
    WHERE is_near OR (shared > 0 AND alike * 4 >= printed_words + known_words)
),
ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY mention_id
            ORDER BY share DESC, actor_distance, is_own DESC, actor_id, is_primary DESC, distance, name_id
        ) AS turn
    FROM near
)
SELECT
    term.mention_id,
    CASE
        WHEN nearest.mention_id IS NULL THEN 'undecided'
        WHEN nearest.is_own AND nearest.is_close THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE WHEN nearest.mention_id IS NULL THEN 'the reference knows no name like it' END AS reason,
    term.name_printed,
    term.actor,
    nearest.name AS nearest,
    nearest.name_id AS nearest_id,
    CASE WHEN NOT nearest.is_own AND nearest.label <> nearest.name THEN nearest.label END AS other,
    nearest.shared,
    nearest.known_words AS words,
    CASE
        WHEN NOT nearest.is_near AND nearest.alike > nearest.shared THEN 'another known name is spelt much like it'
    END AS spelt,
    CASE WHEN NOT nearest.is_own THEN nearest.label WHEN NOT nearest.is_close THEN 'that name' END AS meant,
    CASE
        WHEN NOT nearest.is_own THEN 'another thing may be meant'
        WHEN NOT nearest.is_close THEN 'it may be another name'
    END AS doubt
FROM printed_terms AS term
LEFT JOIN fitting ON fitting.mention_id = term.mention_id
LEFT JOIN ranked AS nearest ON nearest.mention_id = term.mention_id AND nearest.turn = 1
WHERE fitting.mention_id IS NULL
