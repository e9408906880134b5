-- Every article that has a day of publication, with its first and last day.
-- grain: article_id
SELECT article.article_id, article.published, published.first_day, published.last_day
FROM articles AS article
JOIN edtf AS published ON published.text = article.published AND published.first_day IS NOT NULL
