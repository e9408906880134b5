-- First and last possible day of every event (NULL where nothing bounds it): its printed dates, and, as not_before and
-- not_after, what else bounds it: its tense compared with the time of writing, and the timeline, as far as that is
-- printed and free of conflict. What shows it are writing_ids (dates of other events) and published_id.
-- grain: event_id
WITH stated AS (
    -- What no printed date bounds is bounded by the days outside the calendar, so that every bound is tighter than it.
    SELECT
        event.event_id,
        event.article_id,
        event.claim_id,
        days.stated,
        days.date_ids,
        days.first_day,
        days.last_day,
        coalesce(days.first_day, calendar.day_before) AS from_day,
        coalesce(days.last_day, calendar.day_after) AS to_day,
        event.kind_id = 'writing' OR event.tense IN ('present', 'future') AS is_not_before,
        event.kind_id = 'writing' OR event.tense IN ('present', 'past') AS is_not_after
    FROM events AS event
    CROSS JOIN calendar
    LEFT JOIN stated_days AS days ON days.event_id = event.event_id
),
bounded AS (
    SELECT
        stated.*,
        starting.first_day AS told_after,
        ending.last_day AS told_before,
        later.kept_first,
        earlier.kept_last,
        coalesce(later.kept_ids, earlier.kept_ids) AS kept_ids,
        writing.date_ids AS writing_ids,
        writing.dateline_ids,
        writing.since_id,
        greatest(starting.first_day, later.kept_first) AS not_before,
        least(ending.last_day, earlier.kept_last) AS not_after
    FROM stated
    JOIN writing_days AS writing ON writing.article_id = stated.article_id
    LEFT JOIN writing_days AS starting
        ON starting.article_id = stated.article_id AND stated.is_not_before AND starting.first_day > stated.from_day
    LEFT JOIN writing_days AS ending
        ON ending.article_id = stated.article_id AND stated.is_not_after AND ending.last_day < stated.to_day
    -- A range of the timeline counts only where it lies within the printed days: elsewhere it is in conflict with them.
    LEFT JOIN event_ranges AS later
        ON later.event_id = stated.event_id AND later.kept_first > stated.from_day AND later.kept_first <= stated.to_day
    LEFT JOIN event_ranges AS earlier
        ON earlier.event_id = stated.event_id
        AND earlier.kept_last < stated.to_day
        AND earlier.kept_last >= stated.from_day
)
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
        WHEN kept_first > coalesce(told_after, from_day) OR kept_last < coalesce(told_before, to_day) THEN kept_ids
        WHEN not_before IS NOT NULL THEN writing_ids
        WHEN not_after IS NOT NULL THEN dateline_ids
    END AS writing_ids,
    CASE
        WHEN not_before IS NOT NULL AND since_id IS NOT NULL THEN article_id
        WHEN not_after IS NOT NULL AND dateline_ids IS NULL THEN article_id
    END AS published_id
FROM bounded
