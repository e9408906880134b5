-- Every reading of every use that is compared with a known period: the days of the event, those of writing, or both
-- where it is not known to which the title or name belongs. owner_id says whose periods these are: all titles of one
-- person in one office have the same. Of a title marked "then", which says that it is over, the
-- days are those from the event to the writing.
-- grain: judged, judged_id, reading
WITH uses AS (
    SELECT
        'term' AS judged,
        mention_id AS judged_id,
        article_id,
        event_id,
        title_time AS use_time,
        concat('term ', actor_id, ' ', office_id) AS owner_id
    FROM titles
    UNION ALL
    SELECT
        'office' AS judged,
        mention_id AS judged_id,
        article_id,
        event_id,
        title_time AS use_time,
        concat('office ', mention_id) AS owner_id
    FROM bounded_offices
    UNION ALL
    SELECT
        'narrower' AS judged,
        broad_id AS judged_id,
        article_id,
        event_id,
        title_time AS use_time,
        concat('term ', actor_id, ' ', narrow_id) AS owner_id
    FROM broad_titles
    UNION ALL
    SELECT
        'marker' AS judged,
        mention_id AS judged_id,
        article_id,
        event_id,
        CASE WHEN title_marker = 'then' THEN 'then' ELSE title_time END AS use_time,
        concat('marker ', actor_id, ' ', office_id) AS owner_id
    FROM marked_titles
    UNION ALL
    SELECT
        'name' AS judged,
        mention_id AS judged_id,
        article_id,
        event_id,
        name_time AS use_time,
        concat('name ', mention_id) AS owner_id
    FROM bounded_names
    UNION ALL
    SELECT
        'title' AS judged,
        mention_id AS judged_id,
        article_id,
        event_id,
        title_time AS use_time,
        concat('title ', mention_id) AS owner_id
    FROM bounded_titles
    UNION ALL
    SELECT
        'lifetime' AS judged,
        mention_id AS judged_id,
        article_id,
        event_id,
        'event' AS use_time,
        concat('lifetime ', mention_id) AS owner_id
    FROM lifetime_parts
)
SELECT
    uses.judged,
    uses.judged_id,
    uses.owner_id,
    CASE WHEN uses.use_time = 'then' THEN 'then' ELSE 'event' END AS reading,
    -- "Minister since this month": the month is not over when it is written.
    CASE
        WHEN lasting.first_day IS NOT NULL THEN least(lasting.first_day, days.last_day)
        ELSE coalesce(days.first_day, recent.first_day)
    END AS first_day,
    CASE
        WHEN uses.use_time = 'then' THEN writing.last_day
        ELSE coalesce(lasting.last_day, days.last_day)
    END AS last_day,
    days.stated,
    coalesce(days.not_before, recent.first_day) AS not_before,
    CASE WHEN uses.use_time = 'then' THEN writing.last_day ELSE days.not_after END AS not_after,
    days.date_ids,
    CASE WHEN recent.event_id IS NOT NULL THEN writing.dateline_ids ELSE days.writing_ids END AS writing_ids,
    CASE
        WHEN writing.dateline_ids IS NOT NULL AND (uses.use_time = 'then' OR recent.event_id IS NOT NULL) THEN NULL
        WHEN uses.use_time = 'then' AND writing.last_day IS NOT NULL THEN uses.article_id
        WHEN recent.event_id IS NOT NULL THEN uses.article_id
        ELSE days.published_id
    END AS published_id,
    recent.event_id IS NOT NULL AS is_recent,
    coalesce(recent.is_assumed, FALSE) AS is_assumed
FROM uses
LEFT JOIN event_days AS days ON days.event_id = uses.event_id
LEFT JOIN writing_days AS writing ON writing.article_id = uses.article_id
LEFT JOIN lasting_days AS lasting
    ON lasting.event_id = uses.event_id
    AND uses.judged = 'term'
    AND coalesce(lasting.first_day >= days.first_day, TRUE)
    AND coalesce(lasting.last_day <= days.last_day, TRUE)
-- A lifetime or a marked title says nothing of how recent an event is: "former" is just what is said of background, and
-- so are most of the dead. Only with what a text opens nobody takes them for background.
LEFT JOIN recent_events AS recent
    ON recent.event_id = uses.event_id
    AND (uses.judged IN ('term', 'title', 'name') OR (uses.judged = 'lifetime' AND recent.is_opener))
    AND uses.use_time <> 'then'
    AND days.first_day IS NULL
WHERE uses.use_time IN ('event', 'unknown', 'then')
UNION ALL
SELECT
    uses.judged,
    uses.judged_id,
    uses.owner_id,
    'writing' AS reading,
    writing.first_day,
    writing.last_day,
    NULL AS stated,
    writing.first_day AS not_before,
    writing.last_day AS not_after,
    NULL AS date_ids,
    writing.date_ids AS writing_ids,
    writing.published_id,
    FALSE AS is_recent,
    FALSE AS is_assumed
FROM uses
JOIN writing_days AS writing ON writing.article_id = uses.article_id
WHERE uses.use_time IN ('writing', 'unknown')
