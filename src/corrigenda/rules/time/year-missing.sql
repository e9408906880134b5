-- A date is printed without its year.
--
-- Why it happens: On the day of publication the year is plain to every reader. Later, or if the article prints no
-- date of its own, nobody can tell it from the text.
--
-- What is judged: A date fits if the article prints when it was written or published, with the year, or if another date
-- of the same event has the year. A date in another event does not help.
--
-- To settle: Print the year, or print when the article was published.
--
-- since: 0.1.0
-- severity: note
-- subject: article
-- judges: printed_dates by date_id
-- places: dates.edtf basis
-- message: "{as_printed}" has no year, and nothing printed in the article fixes it
SELECT date.date_id, 'certain' AS verdict, NULL AS reason, date.as_printed
FROM printed_dates AS date
WHERE NOT date.has_year
    AND NOT EXISTS (SELECT 1 FROM printed_dates AS other WHERE other.event_id = date.event_id AND other.has_year)
    AND NOT EXISTS (
        SELECT 1 FROM published_days AS published
        WHERE published.article_id = date.article_id AND coalesce(published.first_day, published.last_day) IS NOT NULL
    )
