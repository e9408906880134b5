-- Every term of the reference that a title printed in an article is compared with, with the last day on
-- which it is used (NULL where nothing bounds that day).
SELECT
    term.tenure_id,
    term.actor_id,
    term.office_id,
    term.end_state,
    days.known_to,
    max(reading.first_day) AS used_first,
    max(reading.last_day) AS used_last,
    bool_or(reading.first_day IS NULL OR reading.last_day IS NULL) AS is_unbounded
FROM tenures AS term
JOIN tenure_days AS days ON days.tenure_id = term.tenure_id
JOIN office_terms AS office_term ON office_term.tenure_id = term.tenure_id
JOIN title_readings AS reading ON reading.actor_id = office_term.actor_id AND reading.office_id = office_term.office_id
GROUP BY term.tenure_id, term.actor_id, term.office_id, term.end_state, days.known_to
