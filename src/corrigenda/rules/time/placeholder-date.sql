-- A date in an article is one that software or a form fills in, and that no source gave.
--
-- Why it happens: A date that is empty in one program becomes the first, last or zero day in the next one, and is
-- taken over as if somebody had written it.
--
-- What is judged: Things do happen on some of these days. A day that is printed with its year is the article's own
-- and fits. If the words do not show the year, or nothing is printed, it is possible. A clash is certain only for
-- days that no source can give: the first day of the calendar, and those that mean "no end".
--
-- To settle: Look at the words of the article. If they give no date, leave the cell empty.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: placeholder_days by day_id
-- places: dates.edtf basis, articles[published_id].published basis, sums.period basis
-- message: "{text}" does not fit as a date[ for "{as_printed}"]: {filled} is what {filler}[; {doubt}]
SELECT
    day_id,
    CASE WHEN is_never THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    CASE WHEN place = 'dates.edtf' THEN row_id END AS date_id,
    CASE WHEN place = 'articles.published' THEN row_id END AS published_id,
    CASE WHEN place = 'sums.period' THEN row_id END AS sum_id,
    text,
    as_printed,
    filled,
    filler,
    CASE WHEN NOT is_never THEN 'it may be the real one' END AS doubt
FROM placeholder_days
WHERE is_never OR NOT is_shown
