-- The word before a title ("former", "acting", "elect", "then") does not fit the terms of the person.
--
-- Why it happens: An older text was used again after the person took office, or came back to it. A successor is
-- called former by habit. Somebody who had stood in was confirmed in office and is still called acting.
--
-- What is judged: "Former" and "elect" do not fit somebody who holds the office, "former" does not fit somebody
-- who has yet to hold it, and "acting" does not fit a full term. If the words leave open whether the marker
-- belongs to the event or to the writing, one of the two is enough for it to fit. "Then" for somebody who has held
-- the office ever since is only possible, because it says only in passing that the term is over. Whether a title
-- marked "then" fits its event, and one marked "current" the writing, is judged with all other titles. On the
-- first and the last day of a term both words fit. It is an error and not a matter of style, because the word says
-- as plainly as the title whether the office is held.
--
-- To settle: Look up the terms of the person, and the day of the event or of writing.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: marked_titles by mention_id
-- places: mentions.title_marker basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, tenures.start basis, tenures[end_id].end basis, tenures[acting_id].acting basis
-- message: "{title_marker}" does not fit for {actor} as {office} {occasion}[ dated {stated}][, not before {not_before:day}][, not after
--   {not_after:day}][; {acting}the known term, {term}, holds all of these days][; {acting}the known term, {part_term}, holds some of these
--   days][; the first known term starts on {next_day:day}, {days_early} days later][;
--   {else_reading}]
WITH compared AS (
    SELECT
        r.mention_id,
        r.reading,
        count(t.tenure_id) AS terms,
        bool_and(t.start_first > r.last_day) AS is_before_all,
        bool_or(t.start_first > r.last_day) AS has_later,
        bool_or(n.acting AND t.start_first <= coalesce(r.last_day, 3652059) AND t.end_last >= coalesce(r.first_day, 1)) AS may_act,
        min(
            CASE WHEN t.start_last < r.first_day AND (t.end_first > r.last_day OR (t.end_first = r.last_day AND n.end_state = 'open')) THEN t.tenure_id END
        ) AS sure_id,
        min(CASE WHEN t.start_first < coalesce(r.last_day, 3652059) AND t.end_last > coalesce(r.first_day, 1) THEN t.tenure_id END) AS part_id,
        min_by(t.tenure_id, concat(lpad(CAST(t.start_first AS VARCHAR), 7, '0'), ' ', t.tenure_id)) AS first_id,
        min(t.start_first) AS first_start,
        bool_or(
            t.start_first < r.last_day AND t.end_last > r.first_day AND (t.start_first = 1 OR (t.end_last = 3652059 AND t.end_first <= r.last_day))
        ) AS is_unknown
    FROM marked_readings AS r
    JOIN marked_titles AS m ON m.mention_id = r.mention_id
    LEFT JOIN office_terms AS t ON t.actor_id = m.actor_id AND t.office_id = m.office_id
    LEFT JOIN tenures AS n ON n.tenure_id = t.tenure_id
    GROUP BY r.mention_id, r.reading
),
told AS (
    SELECT
        r.*,
        m.title_marker,
        CASE WHEN m.title_marker = 'former' AND c.is_before_all THEN c.first_id ELSE coalesce(c.sure_id, c.part_id) END AS tenure_id,
        m.title_marker = 'former' AND c.is_before_all AS is_early,
        c.sure_id IS NOT NULL AS is_whole,
        c.first_start,
        CASE
            WHEN r.first_day > r.last_day THEN 'the dates that bound the use of the title leave no day for it'
            WHEN c.terms = 0 THEN 'the reference knows no term of this person in this office'
            WHEN m.title_marker = 'former' AND c.is_before_all THEN 'certain'
            WHEN (m.title_marker = 'designate' AND c.has_later) OR (m.title_marker = 'acting' AND c.may_act) THEN 'consistent'
            WHEN c.sure_id IS NOT NULL THEN CASE WHEN m.title_marker = 'then' THEN 'possible' ELSE 'certain' END
            WHEN c.part_id IS NULL THEN 'consistent'
            WHEN r.first_day IS NULL OR r.last_day IS NULL THEN 'the use of the title has no first or no last day'
            WHEN m.title_marker = 'then' THEN 'consistent'
            WHEN c.is_unknown THEN 'the start or the end of the term is not known, or known only up to a day before the title is used'
            ELSE 'possible'
        END AS verdict
    FROM marked_readings AS r
    JOIN marked_titles AS m ON m.mention_id = r.mention_id
    JOIN compared AS c ON c.mention_id = r.mention_id AND c.reading = r.reading
),
settled AS (
    SELECT
        mention_id,
        min(reading) AS reading,
        count(DISTINCT reading) AS readings,
        CASE
            WHEN bool_and(verdict = 'certain') THEN 'certain'
            WHEN bool_and(verdict IN ('certain', 'possible')) THEN 'possible'
            ELSE 'undecided'
        END AS verdict,
        min(CASE WHEN verdict NOT IN ('certain', 'possible') THEN verdict END) AS reason
    FROM told
    GROUP BY mention_id
    HAVING NOT bool_or(verdict = 'consistent')
)
SELECT
    s.mention_id,
    s.verdict,
    s.reason,
    t.title_marker,
    a.label AS actor,
    o.label AS office,
    CASE t.reading WHEN 'writing' THEN 'at the time of writing' WHEN 'then' THEN 'from the event to the writing' ELSE 'in an event' END AS occasion,
    t.stated,
    t.not_before,
    t.not_after,
    t.date_ids,
    t.writing_ids,
    t.published_id,
    n.tenure_id,
    CASE WHEN NOT t.is_early THEN n.tenure_id END AS end_id,
    CASE WHEN t.title_marker = 'acting' THEN n.tenure_id END AS acting_id,
    CASE WHEN t.title_marker = 'acting' THEN 'not acting, ' ELSE '' END AS acting,
    CASE WHEN t.is_whole AND NOT t.is_early THEN concat(coalesce(n."start", 'unknown'), ' to ', coalesce(n."end", n.end_state)) END AS term,
    CASE WHEN NOT t.is_whole AND NOT t.is_early THEN concat(coalesce(n."start", 'unknown'), ' to ', coalesce(n."end", n.end_state)) END AS part_term,
    CASE WHEN t.is_early THEN t.first_start END AS next_day,
    CASE WHEN t.is_early THEN t.first_start - t.last_day END AS days_early,
    CASE WHEN s.readings > 1 AND s.verdict = 'certain' THEN 'neither does it at the time of writing' END AS else_reading
FROM settled AS s
JOIN told AS t ON t.mention_id = s.mention_id AND t.reading = s.reading
JOIN marked_titles AS m ON m.mention_id = s.mention_id
JOIN actors AS a ON a.actor_id = m.actor_id
JOIN offices AS o ON o.office_id = m.office_id
LEFT JOIN tenures AS n ON n.tenure_id = t.tenure_id
