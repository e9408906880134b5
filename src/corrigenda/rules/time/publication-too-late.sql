-- An article is dated to a day after the day on which it is checked.
--
-- Why it happens: The year or the month of the publication was mistyped, day and month were swapped, or the text is
-- held back until its day.
--
-- What is judged: The day of publication is compared with the day of the run (`--as-of`, or today). One day later is
-- not found, because of time zones. If the day can be read with day and month swapped and then is not ahead, the rule
-- offers that. This is the only rule that depends on the day of the run.
--
-- To settle: Look up when the article was published. If it is held back, say so with a waiver until that day.
--
-- since: 0.3.0
-- severity: warning
-- subject: article
-- judges: published_articles by article_id
-- places: articles.published basis
-- message: The article is dated {published}, which is {days_ahead:count day} after the day of this check, {run_day:day}
-- repair: articles.published = {swapped}: with day and month swapped, the day is not ahead
SELECT
    article.article_id,
    'certain' AS verdict,
    NULL AS reason,
    article.published,
    article.first_day - run.day AS days_ahead,
    run.day AS run_day,
    swapped.swapped
FROM published_articles AS article
JOIN run_day AS run ON article.first_day > run.day + 1
LEFT JOIN edtf AS swapped ON swapped.text = article.published AND swapped.swapped_day <= run.day
