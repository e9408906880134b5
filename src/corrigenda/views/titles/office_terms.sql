-- Terms under every office that they count for. Between start_last and end_first the person surely held it;
-- perhaps_first and perhaps_last reach further where nobody knows the start or the end at all.
SELECT
    s.office_id,
    d.actor_id,
    d.tenure_id,
    d.start_first,
    d.start_last,
    d.end_first,
    d.end_last,
    CASE WHEN d.start_first = 1 THEN 1 ELSE d.start_last END AS perhaps_first,
    CASE WHEN d.end_last = 3652059 THEN 3652059 ELSE d.end_first END AS perhaps_last
FROM tenure_days AS d
JOIN office_scope AS s ON s.counts_id = d.office_id
