-- Terms under every office that they count for, with the day from which to which the person surely held
-- it. hoped_last also counts what nobody knows: an open or unknown end that went on.
SELECT
    s.office_id,
    d.actor_id,
    d.tenure_id,
    d.end_state,
    d.start_first,
    d.start_last,
    d.end_first,
    d.end_last,
    CASE WHEN d.end_state = 'closed' THEN d.end_first ELSE d.end_last END AS hoped_last
FROM tenure_days AS d
JOIN office_scope AS s ON s.counts_id = d.office_id
