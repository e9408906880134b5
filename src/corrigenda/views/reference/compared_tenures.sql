-- Every term of the reference that a title printed in an article is compared with, with the first and last day for
-- which it is used (is_unbounded where nothing bounds such a day).
-- grain: tenure_id
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
JOIN office_terms AS held ON held.tenure_id = term.tenure_id
JOIN title_readings AS reading ON reading.actor_id = held.actor_id AND reading.office_id = held.office_id
GROUP BY term.tenure_id, term.actor_id, term.office_id, term.end_state, days.known_to
