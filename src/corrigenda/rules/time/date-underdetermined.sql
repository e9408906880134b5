-- A date without a year can be in several years, given everything else that is said and known.
--
-- Why it happens: The article prints neither the year nor its own day of publication, and nothing else in it
-- leaves only one year.
--
-- What is judged: The rule looks at every printed date without a year. The years it names are those that the
-- printed statements allow, as far as they do not clash with one another.
--
-- To settle: Print the year.
--
-- since: 0.1.0
-- severity: note
-- subject: article
-- judges: yearless_dates by date_id
-- places: dates.edtf basis
-- message: "{as_printed}" can be in {years}[; after the preferred repair of the timeline, in {mended_years}]
SELECT answer.date_id, answer.verdict, answer.reason, date.as_printed, answer.years, answer.mended_years
FROM yearless AS answer
JOIN yearless_dates AS date ON date.date_id = answer.date_id
WHERE answer.verdict <> 'consistent'
