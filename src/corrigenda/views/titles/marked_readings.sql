-- Every reading of every marked title: the days of the event, of writing, or both where that is unknown; for "then",
-- which says that it is over, all days from the event to the writing.
SELECT
    t.mention_id,
    CASE WHEN t.title_marker = 'then' THEN 'then' ELSE 'event' END AS reading,
    d.first_day,
    CASE WHEN t.title_marker = 'then' THEN w.last_day ELSE d.last_day END AS last_day,
    d.stated,
    d.not_before,
    CASE WHEN t.title_marker = 'then' THEN w.last_day ELSE d.not_after END AS not_after,
    d.date_ids,
    d.writing_ids,
    CASE WHEN t.title_marker = 'then' AND w.last_day IS NOT NULL THEN t.article_id ELSE d.published_id END AS published_id
FROM marked_titles AS t
JOIN event_days AS d ON d.event_id = t.event_id
JOIN writing_days AS w ON w.article_id = t.article_id
WHERE t.title_marker = 'then' OR t.title_time IN ('event', 'unknown')
UNION ALL
SELECT
    t.mention_id,
    'writing' AS reading,
    w.first_day,
    w.last_day,
    NULL AS stated,
    w.first_day AS not_before,
    w.last_day AS not_after,
    NULL AS date_ids,
    w.date_ids AS writing_ids,
    w.published_id
FROM marked_titles AS t
JOIN writing_days AS w ON w.article_id = t.article_id
WHERE t.title_marker <> 'then' AND t.title_time IN ('writing', 'unknown')
