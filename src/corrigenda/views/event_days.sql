-- First and last possible day of every event (NULL where nothing bounds it): its printed dates, and its
-- tense against the time of writing.
SELECT
    ev.event_id,
    ev.article_id,
    ev.claim_id,
    s.stated,
    s.date_ids,
    CASE
        WHEN ev.kind_id = 'writing' OR ev.tense IN ('present', 'future') THEN greatest(s.first_day, w.first_day)
        ELSE s.first_day
    END AS first_day,
    CASE
        WHEN ev.kind_id = 'writing' OR ev.tense IN ('present', 'past') THEN least(s.last_day, w.last_day)
        ELSE s.last_day
    END AS last_day,
    s.event_id IS NOT NULL AND s.has_year AS is_dated
FROM events AS ev
JOIN writing_days AS w ON w.article_id = ev.article_id
LEFT JOIN stated_days AS s ON s.event_id = ev.event_id
