-- Every reading of every title against the terms of that person in that office: whether some term can hold
-- on some of the days (can_fit), surely holds on all of them (surely_fits), or would if what nobody knows of
-- its end went on (may_go_on); the next term after the days and the last one before them.
SELECT
    r.mention_id,
    r.reading,
    r.first_day,
    r.last_day,
    r.stated,
    r.date_ids,
    count(t.tenure_id) AS terms,
    coalesce(bool_or(coalesce(r.first_day, 1) <= t.end_last AND coalesce(r.last_day, 3652059) >= t.start_first), FALSE) AS can_fit,
    coalesce(bool_or(r.first_day >= s.first_day AND r.last_day <= s.last_day), FALSE) AS surely_fits,
    coalesce(bool_or(r.first_day >= s.first_day AND r.last_day <= s.hoped_last), FALSE) AS may_go_on,
    min(CASE WHEN t.start_first > r.last_day THEN t.start_first END) AS next_start,
    max(CASE WHEN t.end_last < r.first_day THEN t.end_last END) AS previous_end
FROM title_readings AS r
LEFT JOIN office_terms AS t ON t.actor_id = r.actor_id AND t.office_id = r.office_id
LEFT JOIN sure_terms AS s ON s.actor_id = r.actor_id AND s.office_id = r.office_id
GROUP BY r.mention_id, r.reading, r.first_day, r.last_day, r.stated, r.date_ids
