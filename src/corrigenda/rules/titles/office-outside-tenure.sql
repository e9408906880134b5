-- A person is called by an office in an event outside every term in which that person held it.
--
-- Why it happens: A year was mistyped, a later title was used for an earlier event, a predecessor's act was
-- assigned to the successor, or a title was kept after the term had ended.
--
-- What is judged: A handover day counts for both holders. A title that fits the event fits, whatever the holder
-- was when the article was written. A title that fits only the time of writing is possible. The terms that the
-- reference lists for a person in an office are taken to be all of them. If it lists none, its list of holders
-- must be complete.
--
-- To settle: Look up the day of the event, and the first and last day of the term. If the event is right, print
-- the title that the person had then, or the person who held the office. If the title is right, correct the date.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: titles by mention_id
-- places: mentions.title_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, tenures[next_id].start basis, tenures[previous_id].end basis,
--   tenures[unsure_ids].start basis, tenures[unsure_ids].end basis,
--   completeness.until basis, tenures[holder_ids].actor_id context
-- message: {actor} does not fit as {office} {occasion}[ dated {stated}][, not before {not_before:day}][, not after
--   {not_after:day}][; the known term starts on {next_day:day}, {days_early} days later][; the known term ended on
--   {previous_day:day}, {days_late} days earlier][; some of these days lie outside the known terms
--   ({unsure})][; no term of this person is among the holders, who are all known for {complete}][; {holders} held
--   the office then][; {else_reading}]
-- repair: dates[date_ids].edtf = {next_day:day}/..: the title fits an event from {next_day:day} on
-- repair: dates[date_ids].edtf = ../{previous_day:day}: the title fits an event up to {previous_day:day}
-- repair: mentions.actor_id: the event fits {holders}, who held the office then
WITH told AS (
    SELECT
        b.*,
        c.completeness_id,
        CASE
            WHEN b.first_day > b.last_day THEN 'the dates that bound the event leave no day for it'
            WHEN b.terms = 0 AND c.completeness_id IS NOT NULL THEN 'certain'
            WHEN b.terms = 0 THEN 'the reference knows no term of this person in this office'
            WHEN NOT b.can_fit THEN 'certain'
            WHEN b.surely_fits THEN 'consistent'
            WHEN b.first_day IS NULL AND b.last_day IS NULL THEN 'no day is known for the event'
            WHEN b.first_day IS NULL THEN 'the event has no first day'
            WHEN b.last_day IS NULL THEN 'the event has no last day'
            WHEN b.may_fit THEN 'the start or the end of the term is not known, or known only up to a day before the event can end'
            ELSE 'possible'
        END AS verdict
    FROM title_bounds AS b
    LEFT JOIN complete_offices AS c ON c.office_id = b.office_id AND b.first_day >= c.first_day AND b.last_day <= c.last_day
),
settled AS (
    SELECT
        mention_id,
        min(reading) AS reading,
        count(DISTINCT reading) AS readings,
        min(completeness_id) AS completeness_id,
        CASE
            WHEN bool_and(verdict = 'certain') THEN 'certain'
            WHEN bool_and(verdict IN ('certain', 'possible', 'consistent')) THEN 'possible'
            ELSE 'undecided'
        END AS verdict,
        bool_or(verdict = 'consistent') AS fits_writing,
        min(CASE WHEN verdict NOT IN ('certain', 'possible', 'consistent') THEN verdict END) AS reason
    FROM told
    GROUP BY mention_id
    HAVING NOT bool_or(verdict = 'consistent' AND reading = 'event') AND NOT bool_and(verdict = 'consistent')
)
SELECT
    s.mention_id,
    s.verdict,
    s.reason,
    CASE WHEN b.terms = 0 THEN s.completeness_id END AS completeness_id,
    CASE WHEN b.terms = 0 AND k.completeness_id IS NOT NULL THEN concat(k.since, ' to ', k.until) END AS complete,
    a.label AS actor,
    o.label AS office,
    CASE WHEN s.reading = 'writing' THEN 'at the time of writing' ELSE 'in an event' END AS occasion,
    CASE
        WHEN s.fits_writing THEN 'as the title of the time of writing it fits'
        WHEN s.readings > 1 AND s.verdict = 'certain' THEN 'neither does it at the time of writing'
    END AS else_reading,
    b.stated,
    b.not_before,
    b.not_after,
    b.date_ids,
    b.writing_ids,
    b.published_id,
    CASE WHEN NOT b.can_fit THEN b.next_start END AS next_day,
    CASE WHEN NOT b.can_fit THEN b.previous_end END AS previous_day,
    b.next_start - b.last_day AS days_early,
    b.first_day - b.previous_end AS days_late,
    CASE WHEN NOT b.can_fit THEN b.next_id END AS next_id,
    CASE WHEN NOT b.can_fit THEN b.previous_id END AS previous_id,
    u.unsure_ids,
    u.unsure,
    h.holder_ids,
    h.holders
FROM settled AS s
JOIN titles AS t ON t.mention_id = s.mention_id
JOIN title_bounds AS b ON b.mention_id = s.mention_id AND b.reading = s.reading
JOIN actors AS a ON a.actor_id = t.actor_id
JOIN offices AS o ON o.office_id = t.office_id
LEFT JOIN completeness AS k ON k.completeness_id = s.completeness_id
LEFT JOIN title_touches AS u ON u.mention_id = s.mention_id AND u.reading = s.reading
LEFT JOIN title_holders AS h ON h.mention_id = s.mention_id AND h.reading = s.reading
