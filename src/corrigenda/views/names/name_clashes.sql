-- Every mention by a name whose use is bounded in time, where the name does not fit the time or that cannot be
-- told: the verdict with its reason, the days, what bounds them, and how far the name lies from them.
WITH told AS (
    SELECT
        r.*,
        CASE
            WHEN r.first_day > r.last_day THEN 'the dates that bound the use of the name leave no day for it'
            WHEN r.first_day > n.may_last OR r.last_day < n.may_first THEN 'certain'
            WHEN r.first_day IS NULL AND r.last_day IS NULL THEN 'no day is known for the use of the name'
            WHEN r.first_day >= n.sure_first AND r.last_day <= n.sure_last THEN 'consistent'
            WHEN r.first_day IS NULL THEN 'the use of the name has no first day'
            WHEN r.last_day IS NULL THEN 'the use of the name has no last day'
            ELSE 'possible'
        END AS verdict
    FROM name_readings AS r
    JOIN timed_names AS n ON n.mention_id = r.mention_id
),
settled AS (
    SELECT
        mention_id,
        min(reading) AS reading,
        count(DISTINCT reading) AS readings,
        CASE
            WHEN bool_and(verdict = 'certain') THEN 'certain'
            WHEN bool_and(verdict IN ('certain', 'possible', 'consistent')) THEN 'possible'
            ELSE 'undecided'
        END AS verdict,
        bool_or(verdict = 'consistent') AS fits_writing,
        min(CASE WHEN verdict NOT IN ('certain', 'possible', 'consistent') THEN verdict END) AS reason
    FROM told
    GROUP BY mention_id
    HAVING NOT bool_or(verdict = 'consistent' AND reading = 'event') AND NOT bool_and(verdict = 'consistent')
),
clashes AS (
    SELECT
        s.mention_id,
        r.last_day < n.may_first AS is_early,
        r.first_day > n.may_last AS is_late,
        r.last_day >= n.may_first AND r.first_day < n.sure_first AS may_be_early,
        r.first_day <= n.may_last AND r.last_day > n.sure_last AS may_be_late
    FROM settled AS s
    JOIN timed_names AS n ON n.mention_id = s.mention_id
    JOIN name_readings AS r ON r.mention_id = s.mention_id AND r.reading = s.reading
)
SELECT
    s.mention_id,
    s.verdict,
    s.reason,
    n.name_printed,
    n.actor,
    CASE WHEN s.reading = 'writing' THEN 'at the time of writing' ELSE 'in an event' END AS occasion,
    CASE
        WHEN s.fits_writing THEN 'as the name of the time of writing it fits'
        WHEN s.readings > 1 AND s.verdict = 'certain' THEN 'neither does it at the time of writing'
    END AS else_reading,
    r.stated,
    r.not_before,
    r.not_after,
    r.date_ids,
    r.writing_ids,
    r.published_id,
    CASE WHEN c.is_early OR c.may_be_early THEN n.from_id END AS early_id,
    CASE WHEN c.is_late OR c.may_be_late THEN n.to_id END AS late_id,
    CASE WHEN c.is_late OR c.may_be_late THEN n.superseded_id END AS superseded_id,
    CASE WHEN c.is_early THEN n.may_first END AS used_from,
    CASE WHEN c.is_early THEN n.may_first - r.last_day END AS days_early,
    CASE WHEN c.is_late THEN n.may_last END AS used_to,
    CASE WHEN c.is_late THEN r.first_day - n.may_last END AS days_late,
    CASE WHEN c.may_be_early OR c.may_be_late THEN n.sure_first END AS sure_first,
    CASE WHEN c.may_be_early OR c.may_be_late THEN n.sure_last END AS sure_last
FROM settled AS s
JOIN clashes AS c ON c.mention_id = s.mention_id
JOIN timed_names AS n ON n.mention_id = s.mention_id
JOIN name_readings AS r ON r.mention_id = s.mention_id AND r.reading = s.reading
