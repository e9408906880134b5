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
-- judges: bounded_offices by mention_id
-- places: mentions.title_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, offices[early_id].existed_from basis, offices[late_id].existed_to basis
-- message: the office {office} does not fit {occasion}[ dated {stated}][ {not_before:span not_after}][; there has
--   been one since {existed_from}, at least {days_early:count day} later][; there was one until {existed_to}, at
--   least {days_late:count day} earlier][; some of these days are outside the time in which there surely was one
--   ({existed})][; {else_reading}]
-- yields: to certain errors about the same date
SELECT
    clash.judged_id AS mention_id,
    clash.verdict,
    clash.reason,
    office.office,
    office.existed_from,
    office.existed_to,
    CASE WHEN clash.reading = 'writing' THEN 'the time of writing' ELSE 'an event' END AS occasion,
    fit.stated,
    fit.not_before,
    fit.not_after,
    fit.date_ids,
    fit.writing_ids,
    fit.published_id,
    CASE
        WHEN fit.next_start IS NOT NULL OR (fit.can_fit AND fit.from_day < office.sure_first) THEN office.office_id
    END AS early_id,
    CASE
        WHEN fit.previous_end IS NOT NULL OR (fit.can_fit AND fit.to_day > office.sure_last) THEN office.office_id
    END AS late_id,
    fit.next_start - fit.last_day AS days_early,
    fit.first_day - fit.previous_end AS days_late,
    CASE
        WHEN fit.can_fit
            THEN concat(coalesce(office.existed_from, 'an unknown day'), ' to ', coalesce(office.existed_to, 'now'))
    END AS existed,
    clash.else_reading
FROM period_verdicts AS clash
JOIN bounded_offices AS office ON office.mention_id = clash.judged_id
JOIN period_fits AS fit
    ON fit.judged = clash.judged AND fit.judged_id = clash.judged_id AND fit.reading = clash.reading
WHERE clash.judged = 'office'
