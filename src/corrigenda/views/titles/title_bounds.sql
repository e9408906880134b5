-- Every reading of every title against the terms of that person in that office: whether some term can hold
-- on some of the days (can_fit), surely holds on all of them (surely_fits), or holds on all of them if what
-- nobody knows of a start or an end is so (may_fit); the next term after the days and the last before them.
SELECT
    r.*,
    coalesce(t.terms, 0) AS terms,
    coalesce(t.can_fit, FALSE) AS can_fit,
    coalesce(s.surely_fits, FALSE) AS surely_fits,
    coalesce(s.may_fit, FALSE) AS may_fit,
    t.next_start,
    t.next_id,
    t.previous_end,
    t.previous_id
FROM title_readings AS r
LEFT JOIN (
    SELECT
        r.mention_id,
        r.reading,
        count(*) AS terms,
        bool_or(coalesce(r.first_day, 1) <= t.end_last AND coalesce(r.last_day, 3652059) >= t.start_first) AS can_fit,
        min(CASE WHEN t.start_first > r.last_day THEN t.start_first END) AS next_start,
        min_by(t.tenure_id, CASE WHEN t.start_first > r.last_day THEN concat(lpad(CAST(t.start_first AS VARCHAR), 7, '0'), ' ', t.tenure_id) END) AS next_id,
        max(CASE WHEN t.end_last < r.first_day THEN t.end_last END) AS previous_end,
        max_by(t.tenure_id, CASE WHEN t.end_last < r.first_day THEN concat(lpad(CAST(t.end_last AS VARCHAR), 7, '0'), ' ', t.tenure_id) END) AS previous_id
    FROM title_readings AS r
    JOIN office_terms AS t ON t.actor_id = r.actor_id AND t.office_id = r.office_id
    GROUP BY r.mention_id, r.reading
) AS t ON t.mention_id = r.mention_id AND t.reading = r.reading
LEFT JOIN (
    SELECT
        r.mention_id,
        r.reading,
        bool_or(s.holds = 'surely' AND r.first_day >= s.first_day AND r.last_day <= s.last_day) AS surely_fits,
        bool_or(r.first_day >= s.first_day AND r.last_day <= s.last_day) AS may_fit
    FROM title_readings AS r
    JOIN sure_terms AS s ON s.actor_id = r.actor_id AND s.office_id = r.office_id
    GROUP BY r.mention_id, r.reading
) AS s ON s.mention_id = r.mention_id AND s.reading = r.reading
