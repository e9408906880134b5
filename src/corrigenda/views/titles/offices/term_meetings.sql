-- Every term of the first of two people with every term of the second, in the offices by which one event
-- names them: the days between the terms (at most 0 where they can meet), and whether they surely meet, or
-- would if what nobody knows of a start or an end is so.
-- grain: pair_id, first_term, second_term
SELECT
    pair.pair_id,
    first_term.tenure_id AS first_term,
    second_term.tenure_id AS second_term,
    greatest(
        first_term.start_first, second_term.start_first) - least(first_term.end_last, second_term.end_last
    ) AS days_apart,
    greatest(
        first_term.start_last, second_term.start_last) <= least(first_term.end_first, second_term.end_first
    ) AS surely_meet,
    greatest(
        first_term.perhaps_first, second_term.perhaps_first) <= least(first_term.perhaps_last, second_term.perhaps_last
    ) AS may_meet,
    first_term.end_last < second_term.start_first AS is_first_earlier
FROM title_pairs AS pair
JOIN office_terms AS first_term
    ON first_term.actor_id = pair.first_actor_id AND first_term.office_id = pair.first_office_id
JOIN office_terms AS second_term
    ON second_term.actor_id = pair.second_actor_id AND second_term.office_id = pair.second_office_id
