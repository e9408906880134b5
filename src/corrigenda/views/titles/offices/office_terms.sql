-- Terms under every office that they count for. Between start_last and end_first the person surely held it;
-- perhaps_first and perhaps_last reach further where nobody knows the start or the end at all.
-- grain: office_id, tenure_id
SELECT
    scope.office_id,
    term.actor_id,
    term.tenure_id,
    term.end_state,
    term.is_reversed,
    term.known_until,
    term.start_first,
    term.start_last,
    term.end_first,
    term.end_last,
    CASE WHEN term.start_first = calendar.first_day THEN calendar.first_day ELSE term.start_last END AS perhaps_first,
    CASE WHEN term.end_last = calendar.last_day THEN calendar.last_day ELSE term.end_first END AS perhaps_last
FROM tenure_days AS term
CROSS JOIN calendar
JOIN office_scope AS scope ON scope.counts_id = term.office_id
