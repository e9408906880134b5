-- Every term in the words of a message: its start and its end as the reference has them.
-- grain: tenure_id
SELECT
    tenure_id,
    actor_id,
    office_id,
    concat(coalesce("start", 'unknown'), ' to ', coalesce("end", end_state)) AS term
FROM tenures
