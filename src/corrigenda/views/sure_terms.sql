-- Stretches of days in which a person surely held an office: terms that touch or follow day on day are one.
SELECT actor_id, office_id, min(first_day) AS first_day, max(last_day) AS last_day, max(hoped_last) AS hoped_last
FROM (
    SELECT *, sum(is_new) OVER (PARTITION BY actor_id, office_id ORDER BY first_day, last_day, tenure_id ROWS UNBOUNDED PRECEDING) AS stretch
    FROM (
        SELECT
            actor_id,
            office_id,
            tenure_id,
            start_last AS first_day,
            end_first AS last_day,
            hoped_last,
            CASE
                WHEN start_last <= 1 + max(end_first) OVER (
                    PARTITION BY actor_id, office_id ORDER BY start_last, end_first, tenure_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ) THEN 0
                ELSE 1
            END AS is_new
        FROM office_terms
        WHERE start_last <= end_first
    ) AS marked
) AS stretches
GROUP BY actor_id, office_id, stretch
