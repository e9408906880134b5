-- Every term of the reference that a title printed in an article is compared with, with the last day on
-- which it is used (NULL where nothing bounds that day).
SELECT
    t.tenure_id,
    t.actor_id,
    t.office_id,
    t.end_state,
    d.known_to,
    max(r.first_day) AS used_first,
    max(r.last_day) AS used_last,
    bool_or(r.first_day IS NULL OR r.last_day IS NULL) AS is_unbounded
FROM tenures AS t
JOIN tenure_days AS d ON d.tenure_id = t.tenure_id
JOIN office_terms AS o ON o.tenure_id = t.tenure_id
JOIN title_readings AS r ON r.actor_id = o.actor_id AND r.office_id = o.office_id
GROUP BY t.tenure_id, t.actor_id, t.office_id, t.end_state, d.known_to
