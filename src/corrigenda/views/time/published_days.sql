-- First and last day on which each article was written, as far as it says so: the day of publication is the day of
-- writing unless the article has another (written); NULL where it has neither.
-- grain: article_id
SELECT article.article_id, published.first_day, published.last_day
FROM articles AS article
LEFT JOIN edtf AS published ON published.text = coalesce(article.written, article.published)
