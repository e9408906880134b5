-- A name is used for a time in which the person or thing did not bear it.
--
-- Why it happens: a programme or body was renamed and the old name lives on, or the new name is carried
-- back to a time before it.
--
-- To settle: find out when the name was in use, and print the name of that time, or say that it is the
-- later or the former one.
--
-- severity: warning
-- subject: article
-- judges: timed_names by mention_id
-- places: mentions.name_printed basis, dates[date_ids].edtf basis, names[early_id].used_from basis,
--   names[late_id].superseded basis
-- message: "{name_printed}" is used for {actor}[ in an event dated {stated}][ at the time of {writing}], outside the time
--   in which it was in use[; it came into use on {used_from:day}, {days_early} days after the last day that this can mean][; it
--   was superseded by {superseded:day}, {days_late} days before the first day that this can mean]
WITH told AS (
    SELECT
        r.*,
        CASE
            WHEN r.first_day > n.may_last OR r.last_day < n.may_first THEN 'certain'
            WHEN r.first_day IS NULL AND r.last_day IS NULL THEN 'no day is known for the use of the name'
            WHEN r.first_day >= n.sure_first AND r.last_day <= n.sure_last THEN 'consistent'
            WHEN r.first_day IS NULL THEN 'the time of the name has no first day'
            WHEN r.last_day IS NULL THEN 'the time of the name has no last day'
            ELSE 'possible'
        END AS verdict
    FROM name_readings AS r
    JOIN timed_names AS n ON n.mention_id = r.mention_id
),
settled AS (
    SELECT
        mention_id,
        min(reading) AS reading,
        CASE
            WHEN bool_and(verdict = 'certain') THEN 'certain'
            WHEN bool_and(verdict IN ('certain', 'possible', 'consistent')) THEN 'possible'
            ELSE 'undecided'
        END AS verdict,
        min(CASE WHEN verdict NOT IN ('certain', 'possible', 'consistent') THEN verdict END) AS reason
    FROM told
    GROUP BY mention_id
    HAVING NOT bool_and(verdict = 'consistent')
)
SELECT
    s.mention_id,
    s.verdict,
    s.reason,
    n.name_printed,
    n.actor,
    r.stated,
    r.date_ids,
    CASE WHEN s.reading = 'writing' THEN 'writing' END AS writing,
    CASE WHEN r.last_day < n.may_first OR (s.verdict = 'possible' AND r.first_day < n.sure_first) THEN n.name_id END AS early_id,
    CASE WHEN r.first_day > n.may_last OR (s.verdict = 'possible' AND r.last_day > n.sure_last) THEN n.name_id END AS late_id,
    CASE WHEN r.last_day < n.may_first THEN n.may_first END AS used_from,
    CASE WHEN r.last_day < n.may_first THEN n.may_first - r.last_day END AS days_early,
    CASE WHEN r.first_day > n.may_last THEN n.may_last END AS superseded,
    CASE WHEN r.first_day > n.may_last THEN r.first_day - n.may_last END AS days_late
FROM settled AS s
JOIN timed_names AS n ON n.mention_id = s.mention_id
JOIN name_readings AS r ON r.mention_id = s.mention_id AND r.reading = s.reading
