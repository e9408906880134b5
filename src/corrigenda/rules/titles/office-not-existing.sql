-- A title is printed for a time when there was no such office.
--
-- Why it happens: An office was created, renamed or abolished, and its title is used for a time before or after.
-- Or the year of the event was mistyped.
--
-- What is judged: A title that fits the event fits, whatever offices there were when the article was written. A
-- title that fits only the time of writing is possible. "Former" and "elect" do not say that the office exists
-- now. If the reference gives no end for an office, the office is taken to continue.
--
-- To settle: Look up the day of the event, and what the office was called on that day.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: timed_offices by mention_id
-- places: mentions.title_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, offices[early_id].existed_from basis, offices[late_id].existed_to basis
-- message: the office {office} does not fit {occasion}[ dated {stated}][, not before {not_before:day}][, not after
--   {not_after:day}][; there has been one since {existed_from}, at least {days_early} days later][; there was one until {existed_to}, at
--   least {days_late} days earlier][; some of these days lie outside the time in which there surely was one ({existed})][; {else_reading}]
WITH told AS (
    SELECT
        r.*,
        r.last_day < o.may_first AS is_early,
        r.first_day > o.may_last AS is_late,
        coalesce(r.first_day, 1) < o.sure_first AS may_be_early,
        coalesce(r.last_day, 3652059) > o.sure_last AS may_be_late,
        CASE
            WHEN o.may_first > o.may_last THEN 'the reference has the end before the beginning'
            WHEN r.first_day > r.last_day THEN 'the dates that bound the use of the title leave no day for it'
            WHEN r.last_day < o.may_first OR r.first_day > o.may_last THEN 'certain'
            WHEN coalesce(r.first_day, 1) >= o.sure_first AND coalesce(r.last_day, 3652059) <= o.sure_last THEN 'consistent'
            WHEN r.first_day IS NULL AND r.last_day IS NULL THEN 'no day is known for the use of the title'
            WHEN r.first_day IS NULL THEN 'the use of the title has no first day'
            WHEN r.last_day IS NULL THEN 'the use of the title has no last day'
            ELSE 'possible'
        END AS verdict
    FROM title_readings AS r
    JOIN timed_offices AS o ON o.mention_id = r.mention_id
),
settled AS (
    SELECT
        mention_id,
        min(reading) AS reading,
        count(DISTINCT reading) AS readings,
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
    o.office,
    o.existed_from,
    o.existed_to,
    CASE WHEN s.reading = 'writing' THEN 'the time of writing' ELSE 'an event' END AS occasion,
    t.stated,
    t.not_before,
    t.not_after,
    t.date_ids,
    t.writing_ids,
    t.published_id,
    CASE WHEN t.is_early OR (NOT t.is_late AND t.may_be_early) THEN o.office_id END AS early_id,
    CASE WHEN t.is_late OR (NOT t.is_early AND t.may_be_late) THEN o.office_id END AS late_id,
    CASE WHEN t.is_early THEN o.may_first - t.last_day END AS days_early,
    CASE WHEN t.is_late THEN t.first_day - o.may_last END AS days_late,
    CASE WHEN NOT t.is_early AND NOT t.is_late THEN concat(coalesce(o.existed_from, 'open'), ' to ', coalesce(o.existed_to, 'open')) END AS existed,
    CASE
        WHEN s.fits_writing THEN 'as the title of the time of writing it fits'
        WHEN s.readings > 1 AND s.verdict = 'certain' THEN 'neither does it at the time of writing'
    END AS else_reading
FROM settled AS s
JOIN timed_offices AS o ON o.mention_id = s.mention_id
JOIN told AS t ON t.mention_id = s.mention_id AND t.reading = s.reading
