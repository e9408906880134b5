-- A date without a year can lie in several years, given everything else that the article says and is known.
--
-- Why it happens: the article prints neither the year nor the day of its own publication, and nothing else in
-- it leaves one year only.
--
-- To settle: print the year. The years named here are those that what is printed, and is in no conflict, leaves.
--
-- severity: note
-- subject: article
-- judges: yearless_dates by date_id
-- places: dates.edtf basis
-- message: "{as_printed}" can lie in {years}[; once the timeline is mended, in {mended_years}]
SELECT y.date_id, y.verdict, y.reason, d.as_printed, y.years, y.mended_years
FROM yearless AS y
JOIN yearless_dates AS d ON d.date_id = y.date_id
WHERE y.verdict <> 'consistent'
