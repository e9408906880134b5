-- The days of every reading of a printed tie: those of the event, those of the writing, or both where nothing shows to
-- which the words belong. A side that nothing bounds reaches to the end of the calendar.
-- grain: tie_mention_id, reading
SELECT
    printed.tie_mention_id,
    'event' AS reading,
    days.stated,
    coalesce(days.not_before, recent.first_day) AS not_before,
    days.not_after,
    days.date_ids,
    days.writing_ids,
    CASE WHEN recent.event_id IS NOT NULL THEN printed.article_id ELSE days.published_id END AS published_id,
    coalesce(recent.is_assumed, FALSE) AS is_assumed,
    coalesce(days.first_day, recent.first_day, calendar.first_day) AS first_day,
    coalesce(days.last_day, calendar.last_day) AS last_day
FROM printed_ties AS printed
CROSS JOIN calendar
LEFT JOIN event_days AS days ON days.event_id = printed.event_id
LEFT JOIN recent_events AS recent ON recent.event_id = printed.event_id AND days.first_day IS NULL
WHERE printed.tie_time IN ('event', 'unknown')
UNION ALL
SELECT
    printed.tie_mention_id,
    'writing' AS reading,
    NULL AS stated,
    writing.first_day AS not_before,
    writing.last_day AS not_after,
    NULL AS date_ids,
    writing.date_ids AS writing_ids,
    writing.published_id,
    FALSE AS is_assumed,
    coalesce(writing.first_day, calendar.first_day) AS first_day,
    coalesce(writing.last_day, calendar.last_day) AS last_day
FROM printed_ties AS printed
CROSS JOIN calendar
LEFT JOIN writing_days AS writing ON writing.article_id = printed.article_id
WHERE printed.tie_time IN ('writing', 'unknown')
