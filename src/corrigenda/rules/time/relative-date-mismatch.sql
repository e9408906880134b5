-- A phrase such as "yesterday" or "last month" is printed with a date that it does not fit.
--
-- Why it happens: The text was written on another day than it was published, the date was looked up in another month
-- or year, or the phrase stayed when an older text was taken over.
--
-- What is judged: The phrase is counted from the day of writing: that of the article itself, of its dateline, or of its
-- publication. It means whole days, weeks, months or years of the calendar, and where readers differ about them, all
-- that any reader accepts. A difference of one day is only possible, because the text may have been published a day
-- after it was written. So is the date of something that lasts or recurs.
--
-- To settle: Look up the day, and count again from the day on which the text was written.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: counted_phrases by date_id
-- places: dates.as_printed basis, dates[date_ids].edtf basis, dates[dateline_ids].edtf basis,
--   articles[published_id].published basis
-- message: "{as_printed}", counted from {counted_from}, is {reading} and does not fit {stated}[: it is at least
--   {days_late:count day} later][: it is at least {days_early:count day} earlier][; {doubt}]
SELECT
    date_id,
    CASE WHEN greatest(days_late, days_early) > 1 AND NOT goes_on THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    as_printed,
    counted_from,
    reading,
    stated,
    date_ids,
    dateline_ids,
    published_id,
    CASE WHEN days_late > 0 THEN days_late END AS days_late,
    CASE WHEN days_early > 0 THEN days_early END AS days_early,
    CASE
        WHEN goes_on THEN 'it lasts or comes again, and its date may be that of another part of it'
        WHEN greatest(days_late, days_early) = 1 THEN 'the text may have been published a day after it was written'
    END AS doubt
FROM counted_phrases
WHERE days_late > 0 OR days_early > 0
