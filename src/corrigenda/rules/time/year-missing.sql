-- A date is printed without its year.
--
-- Why it happens: On the day of publication the year is plain to every reader. Later, or if the article prints no
-- date of its own, nobody can tell it from the text.
--
-- What is judged: A date fits if the article prints when it was published, with the year, or if another date of
-- the same event has the year. A date in another event does not help.
--
-- To settle: Print the year, or print when the article was published.
--
-- since: 0.1.0
-- severity: note
-- subject: article
-- judges: printed_dates by date_id
-- places: dates.edtf basis
-- message: "{as_printed}" names no year, and nothing printed in the article fixes it
SELECT p.date_id, 'certain' AS verdict, NULL AS reason, p.as_printed
FROM printed_dates AS p
WHERE NOT p.has_year
    AND NOT EXISTS (SELECT 1 FROM printed_dates AS o WHERE o.event_id = p.event_id AND o.has_year)
    AND NOT EXISTS (SELECT 1 FROM articles AS a JOIN edtf AS e ON e.text = a.published WHERE a.article_id = p.article_id AND e.has_year)
