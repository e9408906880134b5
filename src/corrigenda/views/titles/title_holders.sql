-- Who else held the office on some of the days of each reading of each title, where one person holds it.
SELECT r.mention_id, r.reading, array_agg(DISTINCT h.tenure_id) AS holder_ids, string_agg(DISTINCT a.label, ' and ' ORDER BY a.label) AS holders
FROM title_readings AS r
JOIN offices AS o ON o.office_id = r.office_id AND o.holders = 'one'
JOIN office_terms AS h ON h.office_id = r.office_id AND h.actor_id <> r.actor_id
JOIN actors AS a ON a.actor_id = h.actor_id
WHERE h.start_last <= r.last_day AND h.end_first >= r.first_day AND r.first_day <= r.last_day
GROUP BY r.mention_id, r.reading
