-- Every reading of every title: the days of the event, the days of writing, or both where that is unknown.
SELECT
    t.mention_id,
    t.actor_id,
    t.office_id,
    'event' AS reading,
    d.first_day,
    d.last_day,
    d.stated,
    d.not_before,
    d.not_after,
    d.date_ids,
    d.writing_ids,
    d.published_id
FROM titles AS t
LEFT JOIN event_days AS d ON d.event_id = t.event_id
WHERE t.title_time IN ('event', 'unknown')
UNION ALL
SELECT
    t.mention_id,
    t.actor_id,
    t.office_id,
    'writing' AS reading,
    w.first_day,
    w.last_day,
    NULL AS stated,
    w.first_day AS not_before,
    w.last_day AS not_after,
    NULL AS date_ids,
    w.date_ids AS writing_ids,
    w.published_id
FROM titles AS t
JOIN writing_days AS w ON w.article_id = t.article_id
WHERE t.title_time IN ('writing', 'unknown')
