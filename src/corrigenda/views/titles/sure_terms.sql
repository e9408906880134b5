-- Stretches of days in which a person held an office: surely, or perhaps, which also counts what nobody knows
-- of a start or an end. Terms that touch or follow day on day are one stretch.
SELECT actor_id, office_id, holds, min(first_day) AS first_day, max(last_day) AS last_day
FROM (
    SELECT *, sum(is_new) OVER (PARTITION BY actor_id, office_id, holds ORDER BY first_day, last_day, tenure_id ROWS UNBOUNDED PRECEDING) AS stretch
    FROM (
        SELECT
            *,
            CASE
                WHEN first_day <= 1 + max(last_day) OVER (
                    PARTITION BY actor_id, office_id, holds ORDER BY first_day, last_day, tenure_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ) THEN 0
                ELSE 1
            END AS is_new
        FROM (
            SELECT actor_id, office_id, tenure_id, 'surely' AS holds, start_last AS first_day, end_first AS last_day FROM office_terms
            UNION ALL
            SELECT actor_id, office_id, tenure_id, 'perhaps' AS holds, perhaps_first AS first_day, perhaps_last AS last_day FROM office_terms
        ) AS terms
        WHERE first_day <= last_day
    ) AS marked
) AS stretches
GROUP BY actor_id, office_id, holds, stretch
