-- The terms of the person that hold on some of the days of each reading of each title.
SELECT
    r.mention_id,
    r.reading,
    array_agg(t.tenure_id) AS unsure_ids,
    string_agg(concat(coalesce(n."start", 'unknown'), ' to ', coalesce(n."end", n.end_state)), ', ' ORDER BY t.tenure_id) AS unsure
FROM title_readings AS r
JOIN office_terms AS t ON t.actor_id = r.actor_id AND t.office_id = r.office_id
JOIN tenures AS n ON n.tenure_id = t.tenure_id
WHERE t.start_first <= r.last_day AND t.end_last >= r.first_day AND r.first_day <= r.last_day
GROUP BY r.mention_id, r.reading
