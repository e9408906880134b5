-- Every dated event that its words put before, at or after the time of writing, with the days of writing. What
-- is_backed cannot be the last thing before the article was written: the day of publication, or another event
-- told as past or present, lies on its first day or later, so that it is no evidence for itself.
SELECT
    e.*,
    w.first_day AS written_first,
    w.last_day AS written_last,
    w.date_ids AS writing_ids,
    w.told_id,
    w.published_id,
    coalesce(
        w.since_id IS NOT NULL
        OR e.first_day < w.first_day
        OR count(CASE WHEN e.tense <> 'future' THEN 1 END) OVER (PARTITION BY e.article_id, e.first_day) > 1,
        FALSE
    ) AS is_backed
FROM dated_events AS e
JOIN writing_days AS w ON w.article_id = e.article_id
WHERE e.tense <> 'unstated'
