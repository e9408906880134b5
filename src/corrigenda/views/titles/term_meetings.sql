-- Every term of the first of two people beside every term of the second, in the offices by which one event
-- names them: the days between the terms (at most 0 where they can meet), and whether they surely meet, or
-- would if what nobody knows of a start or an end is so.
SELECT
    p.pair_id,
    f.tenure_id AS first_term,
    s.tenure_id AS second_term,
    greatest(f.start_first, s.start_first) - least(f.end_last, s.end_last) AS days_apart,
    greatest(f.start_last, s.start_last) <= least(f.end_first, s.end_first) AS surely_meet,
    greatest(f.perhaps_first, s.perhaps_first) <= least(f.perhaps_last, s.perhaps_last) AS may_meet,
    f.end_last < s.start_first AS is_first_earlier
FROM title_pairs AS p
JOIN office_terms AS f ON f.actor_id = p.first_actor_id AND f.office_id = p.first_office_id
JOIN office_terms AS s ON s.actor_id = p.second_actor_id AND s.office_id = p.second_office_id
