-- Every reading of every title: the days of the event, the days of writing, or both where that is unknown.
SELECT t.mention_id, t.actor_id, t.office_id, 'event' AS reading, d.first_day, d.last_day, d.stated, d.date_ids
FROM titles AS t
LEFT JOIN event_days AS d ON d.event_id = t.event_id
WHERE t.title_time IN ('event', 'unknown')
UNION ALL
SELECT t.mention_id, t.actor_id, t.office_id, 'writing' AS reading, w.first_day, w.last_day, NULL AS stated, NULL AS date_ids
FROM titles AS t
JOIN claims AS c ON c.claim_id = t.claim_id
JOIN passages AS p ON p.passage_id = c.passage_id
JOIN writing_days AS w ON w.article_id = p.article_id
WHERE t.title_time IN ('writing', 'unknown')
