-- First and last possible day of every event (NULL where nothing bounds it): its printed dates, and, as not_before
-- and not_after, what else bounds it: its tense against the time of writing, and the timeline, as far as that is
-- printed and in no conflict. What tells so are writing_ids (dates of other events) and published_id.
SELECT
    event_id,
    article_id,
    claim_id,
    stated,
    date_ids,
    greatest(first_day, not_before) AS first_day,
    least(last_day, not_after) AS last_day,
    not_before,
    not_after,
    CASE
        WHEN coalesce(kept_first > coalesce(told_after, 0), FALSE) OR coalesce(kept_last < coalesce(told_before, 3652060), FALSE) THEN kept_ids
        WHEN not_before IS NOT NULL THEN writing_ids
    END AS writing_ids,
    CASE WHEN not_before IS NOT NULL AND since_id IS NOT NULL OR not_after IS NOT NULL THEN article_id END AS published_id
FROM (
    SELECT *, greatest(told_after, kept_first) AS not_before, least(told_before, kept_last) AS not_after
    FROM (
        SELECT
            ev.event_id,
            ev.article_id,
            ev.claim_id,
            s.stated,
            s.date_ids,
            s.first_day,
            s.last_day,
            CASE
                WHEN (ev.kind_id = 'writing' OR ev.tense IN ('present', 'future')) AND w.first_day > coalesce(s.first_day, 0) THEN w.first_day
            END AS told_after,
            CASE
                WHEN (ev.kind_id = 'writing' OR ev.tense IN ('present', 'past')) AND w.last_day < coalesce(s.last_day, 3652060) THEN w.last_day
            END AS told_before,
            CASE WHEN r.kept_first > coalesce(s.first_day, 0) AND r.kept_first <= coalesce(s.last_day, 3652059) THEN r.kept_first END AS kept_first,
            CASE WHEN r.kept_last < coalesce(s.last_day, 3652060) AND r.kept_last >= coalesce(s.first_day, 1) THEN r.kept_last END AS kept_last,
            r.kept_ids,
            w.date_ids AS writing_ids,
            w.since_id
        FROM events AS ev
        JOIN writing_days AS w ON w.article_id = ev.article_id
        LEFT JOIN stated_days AS s ON s.event_id = ev.event_id
        LEFT JOIN event_ranges AS r ON r.event_id = ev.event_id
    ) AS told
) AS bounds
