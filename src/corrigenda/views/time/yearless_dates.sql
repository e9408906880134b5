-- Every printed date without a year.
-- grain: date_id
SELECT date_id, claim_id, article_id, as_printed FROM printed_dates WHERE NOT has_year
