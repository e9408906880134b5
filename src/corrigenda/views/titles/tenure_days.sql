-- Every term with the first and last day that its start and its end can mean, given that no term ends before
-- it starts (one that does tells nothing). What nothing bounds goes to the first or last day of the
-- calendar (1, 3652059); an open term is known to go on up to as_of,
-- which says nothing of a term whose end is unknown.
SELECT
    tenure_id,
    actor_id,
    office_id,
    end_state,
    known_to,
    start_first > until_last AS is_reversed,
    CASE WHEN start_first > until_last THEN 1 ELSE start_first END AS start_first,
    CASE WHEN start_first > until_last THEN 3652059 ELSE least(start_last, until_last) END AS start_last,
    CASE WHEN start_first > until_last THEN 1 ELSE greatest(until_first, start_first) END AS end_first,
    CASE WHEN start_first > until_last THEN 3652059 ELSE end_last END AS end_last
FROM (
    SELECT
        t.tenure_id,
        t.actor_id,
        t.office_id,
        t.end_state,
        a.first_day AS known_to,
        coalesce(s.first_day, 1) AS start_first,
        coalesce(s.last_day, 3652059) AS start_last,
        coalesce(e.first_day, a.first_day, 1) AS until_first,
        coalesce(e.last_day, a.last_day, 3652059) AS until_last,
        coalesce(e.last_day, 3652059) AS end_last
    FROM tenures AS t
    LEFT JOIN edtf AS s ON s.text = t."start"
    LEFT JOIN edtf AS e ON e.text = t."end"
    LEFT JOIN edtf AS a ON a.text = t.as_of AND t.end_state = 'open' AND t."end" IS NULL
) AS bounds
