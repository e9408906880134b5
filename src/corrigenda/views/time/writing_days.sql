-- First and last day on which each article can have been written, and what tells so: the day of publication
-- that it prints (published_id where it bounds a side), or (date_ids) the latest date of something (told_id) that it tells as past or present. What
-- is told so and dated after the day of publication tells nothing.
SELECT
    article_id,
    greatest(published_first, told_first) AS first_day,
    published_last AS last_day,
    CASE WHEN told_first > published_first OR published_first IS NULL THEN date_ids END AS date_ids,
    CASE WHEN told_first > published_first OR published_first IS NULL THEN told_id END AS told_id,
    CASE WHEN published_first >= told_first OR told_first IS NULL THEN article_id END AS since_id,
    CASE WHEN published_first >= told_first OR told_first IS NULL OR published_last IS NOT NULL THEN article_id END AS published_id
FROM (
    SELECT
        a.article_id,
        p.first_day AS published_first,
        p.last_day AS published_last,
        max(s.first_day) AS told_first,
        max_by(s.date_ids, CASE WHEN s.first_day IS NOT NULL THEN concat(lpad(CAST(s.first_day AS VARCHAR), 7, '0'), ' ', s.event_id) END) AS date_ids,
        max_by(s.event_id, CASE WHEN s.first_day IS NOT NULL THEN concat(lpad(CAST(s.first_day AS VARCHAR), 7, '0'), ' ', s.event_id) END) AS told_id
    FROM articles AS a
    LEFT JOIN edtf AS p ON p.text = a.published
    LEFT JOIN events AS ev ON ev.article_id = a.article_id AND ev.tense IN ('past', 'present')
    LEFT JOIN stated_days AS s ON s.event_id = ev.event_id AND coalesce(s.first_day <= p.last_day, TRUE)
    GROUP BY a.article_id, p.first_day, p.last_day
) AS told
