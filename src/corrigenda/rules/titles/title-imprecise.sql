-- A person is called by a broader office although the reference knows the narrower one that was held then.
--
-- Why it happens: A body is better known than the posts in it, or the precise title is long.
--
-- What is judged: A finding is certain only if the narrower office was surely held on every day to which the title
-- can belong, of the event and of writing. If it was held on some of them, it is possible. Once the article prints
-- the narrower office for the person, a broader one elsewhere in it fits.
--
-- To settle: Print the narrower office, at least at the first mention.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: broad_titles by mention_id
-- places: mentions.title_printed basis, offices[narrow_id].broader basis, tenures[term_ids].start basis,
--   tenures[term_ids].end basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis
-- message: "{title_printed}" is broader than the office that {actor} {held} {occasion}[ dated {stated}]: {narrow}
--   ({terms})
-- repair: mentions.title_printed = {narrow}: the narrower office
WITH readings AS (
    -- Here what fits is the fault: who held the narrower office could have been named by it.
    SELECT
        fit.judged_id AS broad_id,
        fit.reading,
        CASE
            WHEN fit.first_day > fit.last_day OR (fit.first_day IS NULL AND fit.last_day IS NULL) THEN 'undecided'
            WHEN fit.surely_fits THEN 'certain'
            WHEN fit.surely_touches THEN 'possible'
            WHEN fit.perhaps_touches THEN 'undecided'
            ELSE 'consistent'
        END AS verdict,
        coalesce(fit.gap, 'the start or the end of the term in the narrower office is not known') AS reason
    FROM period_fits AS fit
    WHERE fit.judged = 'narrower'
),
settled AS (
    SELECT
        broad_id,
        min(CASE WHEN verdict IN ('certain', 'possible') THEN reading END) AS reading,
        CASE
            WHEN bool_and(verdict = 'certain') THEN 'certain'
            WHEN bool_or(verdict IN ('certain', 'possible')) THEN 'possible'
            ELSE 'undecided'
        END AS verdict,
        min(CASE WHEN verdict = 'undecided' THEN reason END) AS reason
    FROM readings
    GROUP BY broad_id
    HAVING NOT bool_and(verdict = 'consistent')
),
ranked AS (
    SELECT
        settled.*,
        title.mention_id,
        title.title_printed,
        title.actor_id,
        title.narrow_id,
        title.term_ids,
        title.terms,
        row_number() OVER (PARTITION BY title.mention_id ORDER BY settled.verdict, title.narrow_id) AS turn
    FROM settled
    JOIN broad_titles AS title ON title.broad_id = settled.broad_id
)
SELECT
    ranked.mention_id,
    ranked.verdict,
    CASE WHEN ranked.verdict = 'undecided' THEN ranked.reason END AS reason,
    ranked.title_printed,
    actor.label AS actor,
    CASE WHEN ranked.verdict = 'certain' THEN 'held' ELSE 'may have held' END AS held,
    CASE WHEN ranked.reading = 'writing' THEN 'at the time of writing' ELSE 'in an event' END AS occasion,
    narrow.label AS narrow,
    ranked.narrow_id,
    ranked.terms,
    ranked.term_ids,
    reading.stated,
    reading.date_ids,
    reading.writing_ids,
    reading.published_id
FROM ranked
JOIN actors AS actor ON actor.actor_id = ranked.actor_id
JOIN offices AS narrow ON narrow.office_id = ranked.narrow_id
LEFT JOIN title_readings AS reading ON reading.mention_id = ranked.mention_id AND reading.reading = ranked.reading
WHERE ranked.turn = 1
