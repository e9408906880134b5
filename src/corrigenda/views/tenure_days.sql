-- Every term with the first and last day that its start and its end can mean. An open term has no last
-- day before the day up to which it is known; 3652059 is the last day of the calendar.
SELECT
    t.tenure_id,
    t.actor_id,
    t.office_id,
    t.end_state,
    coalesce(s.first_day, 1) AS start_first,
    coalesce(s.last_day, e.last_day, a.first_day, 3652059) AS start_last,
    coalesce(e.first_day, a.first_day, s.last_day, 1) AS end_first,
    coalesce(e.last_day, 3652059) AS end_last,
    a.first_day AS known_to
FROM tenures AS t
LEFT JOIN edtf AS s ON s.text = t."start"
LEFT JOIN edtf AS e ON e.text = t."end"
LEFT JOIN edtf AS a ON a.text = t.as_of
