-- A date of an article is one that software or a form fills in, and that no source gave.
--
-- Why it happens: a date that is empty in one program comes out as its first, last or zero day in the next one, and is
-- taken over as if somebody had written it.
--
-- Things did happen on some of these days: what is printed with its year is the article's own and fits; where the words
-- do not show the year, or nothing is printed, it is possible. Certain are the days of which no source can tell:
-- the first day of the calendar, and those that stand for no end.
--
-- To settle: look at the words of the article. Where they give no date, leave the cell empty.
--
-- severity: error
-- subject: article
-- judges: placeholder_days by day_id
-- places: dates.edtf basis, articles[published_id].published basis, sums.period basis
-- message: {text} does not fit as a date[ for "{as_printed}"]: {filled} is what {filler}[; {doubt}]
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
