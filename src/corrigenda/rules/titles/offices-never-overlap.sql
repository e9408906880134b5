-- Two people are called by their offices in one event, and there is no day on which both held them.
--
-- Why it happens: The event joins people from different times, for example a meeting that is reported with the
-- title of a successor. Each title may fit some day, but no day fits both.
--
-- What is judged: Both titles must belong to the event, not to the time of writing. A day of handover counts for
-- both holders. If the start or the end of a term is not known, or only up to a day before the other term, the
-- rule cannot decide.
--
-- To settle: Find out when the event was, and call both people by the titles that they had on that day.
--
-- since: 0.1.0
-- severity: note
-- subject: article
-- judges: title_pairs by pair_id
-- places: mentions[first_id].title_printed basis, mentions[second_id].title_printed basis,
--   tenures[early_ids].end basis, tenures[late_ids].start basis
-- message: {first_actor} as {first_office} does not fit beside {second_actor} as {second_office} in one event: no day
--   {known} on which both held these offices[; the nearest terms lie {days_apart} days apart]
WITH meetings AS (
    SELECT
        pair_id,
        bool_or(days_apart <= 0) AS can_meet,
        bool_or(surely_meet) AS surely_meet,
        bool_or(may_meet) AS may_meet,
        min(days_apart) AS days_apart,
        array_agg(DISTINCT CASE WHEN is_first_earlier THEN first_term ELSE second_term END) AS early_ids,
        array_agg(DISTINCT CASE WHEN is_first_earlier THEN second_term ELSE first_term END) AS late_ids
    FROM term_meetings
    GROUP BY pair_id
)
SELECT
    p.pair_id,
    CASE
        WHEN m.pair_id IS NULL THEN 'undecided'
        WHEN NOT m.can_meet THEN 'certain'
        WHEN m.may_meet THEN 'undecided'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN m.pair_id IS NULL THEN 'the reference knows no term of one of the two in the office named'
        WHEN m.may_meet THEN 'the start or the end of a term is not known, or known only up to a day before the other term'
    END AS reason,
    p.first_id,
    p.second_id,
    m.early_ids,
    m.late_ids,
    CASE WHEN m.days_apart > 0 THEN m.days_apart END AS days_apart,
    CASE WHEN m.can_meet THEN 'is sure' ELSE 'is known' END AS known,
    fa.label AS first_actor,
    sa.label AS second_actor,
    fo.label AS first_office,
    so.label AS second_office
FROM title_pairs AS p
LEFT JOIN meetings AS m ON m.pair_id = p.pair_id
JOIN actors AS fa ON fa.actor_id = p.first_actor_id
JOIN actors AS sa ON sa.actor_id = p.second_actor_id
JOIN offices AS fo ON fo.office_id = p.first_office_id
JOIN offices AS so ON so.office_id = p.second_office_id
WHERE m.pair_id IS NULL OR NOT m.surely_meet
