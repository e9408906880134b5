-- Two people are named by offices in one event, and there is no day on which both held them.
--
-- Why it happens: the event joins people from different times, as when a meeting is told with the title of
-- a successor; each title may fit some day, but no day fits both.
--
-- To settle: find out when the event was, and name both people by the titles that they had on that day.
--
-- severity: note
-- subject: article
-- judges: title_pairs by pair_id
-- places: mentions[first_id].title_printed basis, mentions[second_id].title_printed basis,
--   tenures[first_terms].start basis, tenures[first_terms].end basis,
--   tenures[second_terms].start basis, tenures[second_terms].end basis
-- message: {first_actor} as {first_office} and {second_actor} as {second_office} are named in one event; no day is
--   known on which both held these offices[, the nearest terms lie {days_apart} days apart]
WITH terms AS (
    SELECT
        p.pair_id,
        bool_or(f.start_first <= s.end_last AND s.start_first <= f.end_last) AS can_meet,
        bool_or(f.start_last <= s.end_first AND s.start_last <= f.end_first AND f.start_last <= f.end_first AND s.start_last <= s.end_first) AS surely_meet,
        min(greatest(f.start_first, s.start_first) - least(f.end_last, s.end_last)) AS days_apart,
        array_agg(DISTINCT f.tenure_id) AS first_terms,
        array_agg(DISTINCT s.tenure_id) AS second_terms
    FROM title_pairs AS p
    JOIN office_terms AS f ON f.actor_id = p.first_actor_id AND f.office_id = p.first_office_id
    JOIN office_terms AS s ON s.actor_id = p.second_actor_id AND s.office_id = p.second_office_id
    GROUP BY p.pair_id
)
SELECT
    p.pair_id,
    CASE WHEN t.pair_id IS NULL THEN 'undecided' WHEN t.can_meet THEN 'possible' ELSE 'certain' END AS verdict,
    CASE WHEN t.pair_id IS NULL THEN 'the reference knows no term of one of the two in the office named' END AS reason,
    p.first_id,
    p.second_id,
    t.first_terms,
    t.second_terms,
    CASE WHEN t.days_apart > 0 THEN t.days_apart END AS days_apart,
    fa.label AS first_actor,
    sa.label AS second_actor,
    fo.label AS first_office,
    so.label AS second_office
FROM title_pairs AS p
LEFT JOIN terms AS t ON t.pair_id = p.pair_id
JOIN actors AS fa ON fa.actor_id = p.first_actor_id
JOIN actors AS sa ON sa.actor_id = p.second_actor_id
JOIN offices AS fo ON fo.office_id = p.first_office_id
JOIN offices AS so ON so.office_id = p.second_office_id
WHERE t.pair_id IS NULL OR NOT t.surely_meet
