-- Every reading of every name whose use is bounded in time: the days of the event, of writing, or both.
SELECT
    n.mention_id,
    'event' AS reading,
    d.first_day,
    d.last_day,
    d.stated,
    d.not_before,
    d.not_after,
    d.date_ids,
    d.writing_ids,
    d.published_id
FROM timed_names AS n
LEFT JOIN event_days AS d ON d.event_id = n.event_id
WHERE n.name_time IN ('event', 'unknown')
UNION ALL
SELECT
    n.mention_id,
    'writing' AS reading,
    w.first_day,
    w.last_day,
    NULL AS stated,
    w.first_day AS not_before,
    w.last_day AS not_after,
    NULL AS date_ids,
    w.date_ids AS writing_ids,
    w.published_id
FROM timed_names AS n
JOIN claims AS c ON c.claim_id = n.claim_id
JOIN passages AS p ON p.passage_id = c.passage_id
JOIN writing_days AS w ON w.article_id = p.article_id
WHERE n.name_time IN ('writing', 'unknown')
