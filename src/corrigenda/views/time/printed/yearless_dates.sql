-- Every printed date without a year that nothing fixes: if the article has a day of writing, a date in the past or
-- to come is the nearest one on that side, unless a date of another year is printed just before it.
-- grain: date_id
SELECT date.date_id, date.claim_id, date.article_id, date.as_printed
FROM printed_dates AS date
JOIN events AS event ON event.event_id = date.event_id
WHERE NOT date.has_year OR (date.is_counted AND event.tense = 'unstated')
