-- Every printed date without a year that nothing fixes: where the article prints its own day, a date given as past or
-- as to come is the nearest one on that side.
-- grain: date_id
SELECT date.date_id, date.claim_id, date.article_id, date.as_printed
FROM printed_dates AS date
JOIN events AS event ON event.event_id = date.event_id
LEFT JOIN published_days AS published
    ON published.article_id = date.article_id
    AND published.last_day - published.first_day < 180
    AND event.tense <> 'unstated'
WHERE NOT date.has_year AND published.article_id IS NULL
