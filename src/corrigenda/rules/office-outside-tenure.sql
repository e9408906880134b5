-- A person is named by an office in an event outside every term in which that person held it.
--
-- Why it happens: a year is mistyped, a later title is carried back to an earlier event, a predecessor's
-- act is given to the successor, or a title is kept after the term has ended.
--
-- To settle: look up the day of the event and the first and last day of the term. If the event is right,
-- name the title that the person had then, or the person who held the office; if the title is right, the
-- date is not.
--
-- severity: error
-- subject: article
-- judges: titles by mention_id
-- places: mentions.title_printed basis, dates[date_ids].edtf basis, tenures[next_id].start basis,
--   tenures[previous_id].end basis, completeness.until basis, tenures[holder_ids].actor_id context
-- message: {actor} is named as {office} in an event[ dated {stated}][; the known term starts on {next_day:day},
--   {days_early} days after the last day that this can mean][; the known term before it ended on {previous_day:day},
--   {days_late} days before the first day that this can mean][; no term of this person is among the holders, who are
--   all known for {complete}][; {holders} held the office then]
-- repair: dates[date_ids].edtf = {next_day:day}/..: the title fits an event from {next_day:day} on
-- repair: dates[date_ids].edtf = ../{previous_day:day}: the title fits an event up to {previous_day:day}
-- repair: mentions.actor_id: the event fits {holders}, who held the office then
WITH told AS (
    SELECT
        b.*,
        c.completeness_id,
        CASE
            WHEN b.terms = 0 AND c.completeness_id IS NOT NULL THEN 'certain'
            WHEN b.terms = 0 THEN 'the reference knows no term of this person in this office'
            WHEN NOT b.can_fit THEN 'certain'
            WHEN b.surely_fits THEN 'consistent'
            WHEN b.first_day IS NULL AND b.last_day IS NULL THEN 'no day is known for the event'
            WHEN b.first_day IS NULL THEN 'the event has no first day'
            WHEN b.last_day IS NULL THEN 'the event has no last day'
            WHEN b.may_go_on THEN 'the term is open and known only up to a day before the event can end'
            ELSE 'possible'
        END AS verdict
    FROM title_bounds AS b
    JOIN titles AS t ON t.mention_id = b.mention_id
    LEFT JOIN complete_offices AS c ON c.office_id = t.office_id AND b.first_day >= c.first_day AND b.last_day <= c.last_day
),
settled AS (
    SELECT
        mention_id,
        min(reading) AS reading,
        min(completeness_id) AS completeness_id,
        CASE
            WHEN bool_and(verdict = 'certain') THEN 'certain'
            WHEN bool_and(verdict IN ('certain', 'possible', 'consistent')) THEN 'possible'
            ELSE 'undecided'
        END AS verdict,
        min(CASE WHEN verdict NOT IN ('certain', 'possible', 'consistent') THEN verdict END) AS reason
    FROM told
    GROUP BY mention_id
    HAVING NOT bool_and(verdict = 'consistent')
)
SELECT
    s.mention_id,
    s.verdict,
    s.reason,
    s.completeness_id,
    concat(k.since, ' to ', k.until) AS complete,
    a.label AS actor,
    o.label AS office,
    b.stated,
    b.date_ids,
    b.next_start AS next_day,
    b.previous_end AS previous_day,
    b.next_start - b.last_day AS days_early,
    b.first_day - b.previous_end AS days_late,
    (
        SELECT min(n.tenure_id) FROM office_terms AS n
        WHERE n.actor_id = t.actor_id AND n.office_id = t.office_id AND n.start_first = b.next_start
    ) AS next_id,
    (
        SELECT min(n.tenure_id) FROM office_terms AS n
        WHERE n.actor_id = t.actor_id AND n.office_id = t.office_id AND n.end_last = b.previous_end
    ) AS previous_id,
    h.holder_ids,
    h.holders
FROM settled AS s
JOIN titles AS t ON t.mention_id = s.mention_id
JOIN title_bounds AS b ON b.mention_id = s.mention_id AND b.reading = s.reading
JOIN actors AS a ON a.actor_id = t.actor_id
JOIN offices AS o ON o.office_id = t.office_id
LEFT JOIN completeness AS k ON k.completeness_id = s.completeness_id
LEFT JOIN title_holders AS h ON h.mention_id = s.mention_id AND h.reading = s.reading
