-- A person is called by an office of one state, and holds the office of the same name in another.
--
-- Why it happens: The adjective of the state is wrong: a Danish minister is called Norwegian.
--
-- What is judged: A title is reported if the reference knows no term of the person in the office that it means, and
-- knows one in an office of another state with a title in the same words. It is certain if that term covers all days
-- that the title can mean. If it covers some of them, it is possible. If the list of holders is complete, the rule on
-- terms reports it.
--
-- To settle: Look up of which state the person holds the office.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: titles by mention_id
-- places: mentions.title_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, tenures[tenure_id].start basis, tenures[tenure_id].end basis
-- message: {actor} does not fit as {office}[ in an event dated {stated}]; the reference knows this person as {other}
--   ({term})
-- repair: mentions.office_id = {other_id}: the reference knows this person as {other}
WITH cores AS (
    SELECT
        known.office_id,
        known.title,
        office.state,
        string_agg(DISTINCT word.word, ' ' ORDER BY word.word) AS core
    FROM known_titles AS known
    JOIN offices AS office ON office.office_id = known.office_id AND office.state IS NOT NULL
    JOIN words AS word ON word.text = known.title
    LEFT JOIN office_words AS office_word
        ON office_word.office_id = known.office_id AND office_word.word = word.word AND office_word.is_state
    WHERE office_word.word IS NULL
    GROUP BY known.office_id, known.title, office.state
),
-- Of each person the offices that it is called by and that it held, for most states have an office of the same name.
pairs AS (
    SELECT DISTINCT reading.office_id, term.office_id AS other_id
    FROM title_readings AS reading
    JOIN tenures AS term ON term.actor_id = reading.actor_id AND term.office_id <> reading.office_id
),
alike AS (
    SELECT DISTINCT pair.office_id, pair.other_id
    FROM pairs AS pair
    JOIN cores AS own ON own.office_id = pair.office_id
    JOIN cores AS other ON other.office_id = pair.other_id AND other.core = own.core AND other.state <> own.state
),
found AS (
    SELECT
        reading.mention_id,
        reading.reading,
        alike.other_id,
        term.tenure_id,
        reading.stated,
        reading.date_ids,
        reading.writing_ids,
        reading.published_id,
        coalesce(term.start_last <= reading.first_day AND term.end_first >= reading.last_day, FALSE) AS is_whole
    FROM title_readings AS reading
    JOIN alike ON alike.office_id = reading.office_id
    JOIN tenure_days AS term
        ON term.actor_id = reading.actor_id
        AND term.office_id = alike.other_id
        AND term.start_first <= reading.last_day
        AND term.end_last >= reading.first_day
    WHERE NOT EXISTS (
        SELECT 1 FROM office_terms AS own
        WHERE own.actor_id = reading.actor_id AND own.office_id = reading.office_id
    )
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY mention_id ORDER BY is_whole DESC, reading, tenure_id) AS place FROM found
),
covered AS (
    SELECT mention_id, count(DISTINCT reading) AS readings FROM found WHERE is_whole GROUP BY mention_id
)
SELECT
    nearest.mention_id,
    CASE
        WHEN covered.readings = (
            SELECT count(*) FROM title_readings AS every WHERE every.mention_id = nearest.mention_id
        ) THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    NULL AS reason,
    actor.label AS actor,
    office.label AS office,
    other_office.label AS other,
    nearest.other_id,
    nearest.tenure_id,
    term.term,
    nearest.stated,
    nearest.date_ids,
    nearest.writing_ids,
    nearest.published_id
FROM ranked AS nearest
JOIN titles AS title ON title.mention_id = nearest.mention_id
JOIN actors AS actor ON actor.actor_id = title.actor_id
JOIN offices AS office ON office.office_id = title.office_id
JOIN offices AS other_office ON other_office.office_id = nearest.other_id
JOIN term_words AS term ON term.tenure_id = nearest.tenure_id
LEFT JOIN covered ON covered.mention_id = nearest.mention_id
LEFT JOIN period_verdicts AS clash
    ON clash.judged = 'term' AND clash.judged_id = nearest.mention_id AND clash.verdict <> 'undecided'
WHERE nearest.place = 1 AND clash.judged_id IS NULL
