-- First and last day on which each article can have been written: what it prints of its own publication
-- bounds it from above, everything that it tells as past or present bounds it from below.
SELECT
    a.article_id,
    greatest(p.first_day, max(CASE WHEN ev.tense IN ('past', 'present') THEN s.first_day END)) AS first_day,
    p.last_day
FROM articles AS a
LEFT JOIN edtf AS p ON p.text = a.published
LEFT JOIN events AS ev ON ev.article_id = a.article_id
LEFT JOIN stated_days AS s ON s.event_id = ev.event_id
GROUP BY a.article_id, p.first_day, p.last_day
