-- Every term of the reference that a title printed in an article is compared with, with the first and last day for
-- which it is used (is_unbounded where nothing bounds such a day).
-- grain: tenure_id
SELECT
    term.tenure_id,
    term.actor_id,
    term.office_id,
    term.end_state,
    days.known_to,
    max(used.used_first) AS used_first,
    max(used.used_last) AS used_last,
    bool_or(used.is_unbounded) AS is_unbounded
FROM tenures AS term
JOIN tenure_days AS days ON days.tenure_id = term.tenure_id
JOIN title_uses AS used ON used.tenure_id = term.tenure_id
GROUP BY term.tenure_id, term.actor_id, term.office_id, term.end_state, days.known_to
