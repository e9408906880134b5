-- Stretches of days on which the periods known for what is judged hold: possibly, surely, or perhaps, which also counts
-- what nobody knows of a start or an end, and the days after the last one that the reference knows (beyond). Periods
-- that touch or follow day on day are one stretch, with the first and last of them. A period whose end the reference
-- has before its start shows nothing: it holds possibly and perhaps on every day.
-- grain: owner_id, holds, first_day
WITH held AS (
    SELECT
        period.owner_id,
        period.period_id,
        period.is_reversed,
        span.holds,
        CASE
            WHEN period.is_reversed THEN calendar.first_day
            WHEN span.holds = 'possibly' THEN period.start_first
            WHEN span.holds = 'surely' THEN period.start_last
            ELSE period.perhaps_first
        END AS first_day,
        CASE
            WHEN period.is_reversed THEN calendar.last_day
            WHEN span.holds = 'possibly' THEN period.end_last
            WHEN span.holds = 'surely' THEN period.end_first
            ELSE period.perhaps_last
        END AS last_day
    FROM known_periods AS period
    CROSS JOIN calendar
    CROSS JOIN (VALUES ('possibly'), ('surely'), ('perhaps')) AS span (holds)
    WHERE NOT (period.is_reversed AND span.holds = 'surely')
    UNION ALL
    SELECT
        concat(span.judged, ' ', beyond.actor_id, ' ', beyond.office_id) AS owner_id,
        NULL AS period_id,
        FALSE AS is_reversed,
        span.holds,
        beyond.last_day + 1 AS first_day,
        calendar.last_day
    FROM period_limits AS beyond
    CROSS JOIN calendar
    CROSS JOIN (
        VALUES ('term', 'beyond'), ('term', 'perhaps'), ('marker', 'beyond'), ('marker', 'perhaps')
    ) AS span (judged, holds)
),
marked AS (
    SELECT
        *,
        CASE
            WHEN first_day <= 1 + max(last_day) OVER (
                PARTITION BY owner_id, holds ORDER BY first_day, last_day, period_id
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) THEN 0
            ELSE 1
        END AS is_new
    FROM held
    WHERE first_day <= last_day
),
numbered AS (
    SELECT
        *,
        sum(is_new) OVER (
            PARTITION BY owner_id, holds ORDER BY first_day, last_day, period_id ROWS UNBOUNDED PRECEDING
        ) AS stretch
    FROM marked
)
SELECT
    owner_id,
    holds,
    bool_or(is_reversed) AS is_reversed,
    min(first_day) AS first_day,
    max(last_day) AS last_day,
    min_by(period_id, {'day': first_day, 'period': period_id}) AS first_id,
    max_by(period_id, {'day': last_day, 'period': period_id}) AS last_id
FROM numbered
GROUP BY owner_id, holds, stretch
