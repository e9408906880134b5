-- Every dated event that its words put before, at or after the time of writing, with the days of writing; what
-- is told of another event after the day of publication does not count for them. What is_backed cannot be the last
-- thing before the article was written: the day of publication, or another event told as past or present,
-- lies on its first day or later, so that it is no evidence for itself.
SELECT
    *,
    coalesce(
        written_id IS NOT NULL AND (told_id IS NULL OR first_day < written_first)
        OR first_day < written_first
        OR count(CASE WHEN tense <> 'future' THEN 1 END) OVER (PARTITION BY article_id, first_day) > 1,
        FALSE
    ) AS is_backed
FROM (
    SELECT
        e.*,
        CASE WHEN w.first_day > w.last_day THEN p.first_day ELSE w.first_day END AS written_first,
        w.last_day AS written_last,
        CASE WHEN coalesce(w.first_day <= w.last_day, TRUE) THEN w.date_ids END AS writing_ids,
        CASE WHEN coalesce(w.first_day <= w.last_day, TRUE) THEN w.told_id END AS told_id,
        CASE WHEN p.first_day IS NOT NULL OR p.last_day IS NOT NULL THEN w.article_id END AS written_id
    FROM dated_events AS e
    JOIN writing_days AS w ON w.article_id = e.article_id
    JOIN articles AS a ON a.article_id = e.article_id
    LEFT JOIN edtf AS p ON p.text = a.published
    WHERE e.tense <> 'unstated' AND e.kind_id <> 'writing'
) AS told
