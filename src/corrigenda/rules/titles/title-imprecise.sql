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
-- message: "{title_printed}" is broader than the office that {actor} {held} {occasion}[ dated {stated}]: {narrow} ({terms})
-- repair: mentions.title_printed = {narrow}: the narrower office
WITH told AS (
    SELECT
        b.mention_id,
        b.narrow_id,
        r.reading,
        CASE
            WHEN r.first_day > r.last_day THEN 'the dates that bound the title leave no day for it'
            WHEN r.first_day IS NULL AND r.last_day IS NULL THEN 'no day is known for the title'
            WHEN bool_or(s.holds = 'surely' AND r.first_day >= s.first_day AND r.last_day <= s.last_day) THEN 'certain'
            WHEN bool_or(s.holds = 'surely' AND s.first_day <= coalesce(r.last_day, 3652059) AND s.last_day >= coalesce(r.first_day, 1)) THEN 'possible'
            WHEN bool_or(s.first_day <= coalesce(r.last_day, 3652059) AND s.last_day >= coalesce(r.first_day, 1))
                THEN 'the start or the end of the term in the narrower office is not known'
            ELSE 'consistent'
        END AS verdict
    FROM broad_titles AS b
    JOIN title_readings AS r ON r.mention_id = b.mention_id
    LEFT JOIN sure_terms AS s ON s.actor_id = b.actor_id AND s.office_id = b.narrow_id
    GROUP BY b.mention_id, b.narrow_id, r.reading, r.first_day, r.last_day
),
settled AS (
    SELECT
        mention_id,
        narrow_id,
        min(CASE WHEN verdict IN ('certain', 'possible') THEN reading END) AS reading,
        min(CASE WHEN verdict NOT IN ('certain', 'possible', 'consistent') THEN verdict END) AS reason,
        CASE
            WHEN bool_and(verdict = 'certain') THEN 'certain'
            WHEN bool_or(verdict IN ('certain', 'possible')) THEN 'possible'
            ELSE 'undecided'
        END AS verdict
    FROM told
    GROUP BY mention_id, narrow_id
    HAVING NOT bool_and(verdict = 'consistent')
),
chosen AS (
    SELECT *, row_number() OVER (PARTITION BY mention_id ORDER BY verdict, narrow_id) AS place
    FROM settled
),
listed AS (
    SELECT
        b.mention_id,
        b.narrow_id,
        string_agg(concat(coalesce(t."start", 'unknown'), ' to ', coalesce(t."end", t.end_state)), ', ' ORDER BY t.tenure_id) AS terms
    FROM broad_titles AS b
    JOIN tenures AS t ON t.actor_id = b.actor_id AND t.office_id = b.narrow_id
    GROUP BY b.mention_id, b.narrow_id
)
SELECT
    c.mention_id,
    c.verdict,
    CASE WHEN c.verdict = 'undecided' THEN c.reason END AS reason,
    b.title_printed,
    a.label AS actor,
    CASE WHEN c.verdict = 'certain' THEN 'held' ELSE 'may have held' END AS held,
    CASE WHEN r.reading = 'writing' THEN 'at the time of writing' ELSE 'in an event' END AS occasion,
    o.label AS narrow,
    c.narrow_id,
    l.terms,
    b.term_ids,
    r.stated,
    r.date_ids,
    r.writing_ids,
    r.published_id
FROM chosen AS c
JOIN broad_titles AS b ON b.mention_id = c.mention_id AND b.narrow_id = c.narrow_id
JOIN listed AS l ON l.mention_id = c.mention_id AND l.narrow_id = c.narrow_id
JOIN actors AS a ON a.actor_id = b.actor_id
JOIN offices AS o ON o.office_id = c.narrow_id
LEFT JOIN title_readings AS r ON r.mention_id = c.mention_id AND r.reading = c.reading
WHERE c.place = 1
