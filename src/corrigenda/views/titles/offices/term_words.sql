-- Every term in the words of a message: its start and its end as the reference has them.
-- grain: tenure_id
SELECT
    tenure_id,
    actor_id,
    office_id,
    CASE
        WHEN "end" IS NULL AND end_state = 'open' THEN concat('since ', coalesce("start", 'an unknown day'))
        ELSE concat(coalesce("start", 'an unknown day'), ' to ', coalesce("end", 'an unknown day'))
    END AS term
FROM tenures
