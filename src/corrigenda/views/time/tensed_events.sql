-- Every dated event that its words put before, at or after the time of writing, with the days of writing. What
-- is_backed cannot be the last thing before the article was written: the day of publication, or another event
-- given as past or present, is on its first day or later, so that it is no evidence for itself.
-- grain: event_id
SELECT
    event.*,
    writing.first_day AS written_first,
    writing.last_day AS written_last,
    writing.date_ids AS writing_ids,
    writing.told_id,
    writing.published_id,
    coalesce(
        writing.is_printed
        OR event.first_day < writing.first_day
        OR 1 < count(CASE WHEN event.tense <> 'future' THEN 1 END) OVER (
            PARTITION BY event.article_id, event.first_day
        ),
        FALSE
    ) AS is_backed
FROM dated_events AS event
JOIN writing_days AS writing ON writing.article_id = event.article_id
WHERE event.tense <> 'unstated'
