-- First and last day of the publication of each article, as printed; NULL where the article prints none. The day of
-- publication is the day of writing.
-- grain: article_id
SELECT article.article_id, published.first_day, published.last_day
FROM articles AS article
LEFT JOIN edtf AS published ON published.text = article.published
