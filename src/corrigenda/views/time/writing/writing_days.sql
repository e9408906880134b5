-- First and last day on which each article can have been written, and what shows it: the day of publication that it
-- prints (published_id where it bounds a side) or its dateline (dateline_ids), or (date_ids) the latest date of
-- something (told_id) that it reports as past or present. What is reported so and dated after the day of publication
-- shows nothing. It is_printed where a printed day of writing bounds it from below.
-- grain: article_id
SELECT
    article_id,
    greatest(published_first, told_first) AS first_day,
    published_last AS last_day,
    CASE WHEN told_first > published_first OR published_first IS NULL THEN date_ids ELSE dateline_ids END AS date_ids,
    CASE WHEN told_first > published_first OR published_first IS NULL THEN told_id END AS told_id,
    dateline_ids,
    coalesce(published_first >= told_first, told_first IS NULL) AS is_printed,
    CASE
        WHEN (published_first >= told_first OR told_first IS NULL) AND dateline_ids IS NULL THEN article_id
    END AS since_id,
    CASE
        WHEN dateline_ids IS NOT NULL THEN NULL
        WHEN published_first >= told_first OR told_first IS NULL OR published_last IS NOT NULL THEN article_id
    END AS published_id
FROM (
    SELECT
        article.article_id,
        published.first_day AS published_first,
        published.last_day AS published_last,
        published.dateline_ids,
        max(stated.first_day) AS told_first,
        max_by(stated.date_ids, {'day': stated.first_day, 'event': stated.event_id}) AS date_ids,
        max_by(stated.event_id, {'day': stated.first_day, 'event': stated.event_id}) AS told_id
    FROM articles AS article
    LEFT JOIN published_days AS published ON published.article_id = article.article_id
    LEFT JOIN events AS event ON event.article_id = article.article_id AND event.tense IN ('past', 'present')
    LEFT JOIN stated_days AS stated
        ON stated.event_id = event.event_id
        AND stated.first_day IS NOT NULL
        AND coalesce(stated.first_day <= published.last_day, TRUE)
    GROUP BY article.article_id, published.first_day, published.last_day, published.dateline_ids
) AS told
