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
-- message: {first_actor} as {first_office} does not fit together with {second_actor} as {second_office} in one
--   event: no day {known} on which both held these offices[; the nearest terms are {days_apart:count day} apart]
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
),
beyond AS (
    -- The input that forced this: a list to 2022, and a meeting in 2025 of two who are both back in office.
    SELECT DISTINCT pair.pair_id
    FROM title_pairs AS pair
    JOIN titles AS title ON title.mention_id IN (pair.first_id, pair.second_id)
    JOIN period_limits AS known ON known.actor_id = title.actor_id AND known.office_id = title.office_id
    JOIN period_fits AS fit
        ON fit.judged = 'term'
        AND fit.judged_id = title.mention_id
        AND fit.reading = 'event'
        AND fit.to_day > known.last_day
)
SELECT
    pair.pair_id,
    CASE
        WHEN meeting.pair_id IS NULL OR beyond.pair_id IS NOT NULL THEN 'undecided'
        WHEN NOT meeting.can_meet THEN 'certain'
        WHEN meeting.may_meet THEN 'undecided'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN meeting.pair_id IS NULL THEN 'the reference knows no term of one of the two in the office named'
        WHEN beyond.pair_id IS NOT NULL THEN 'the terms of one of the two are known only up to a day before the event'
        WHEN meeting.may_meet
            THEN 'the start or the end of a term is not known, or known only up to a day before the other term'
    END AS reason,
    pair.first_id,
    pair.second_id,
    meeting.early_ids,
    meeting.late_ids,
    CASE WHEN meeting.days_apart > 0 THEN meeting.days_apart END AS days_apart,
    CASE WHEN meeting.can_meet THEN 'is sure' ELSE 'is known' END AS known,
    first_actor.label AS first_actor,
    second_actor.label AS second_actor,
    first_office.label AS first_office,
    second_office.label AS second_office
FROM title_pairs AS pair
LEFT JOIN meetings AS meeting ON meeting.pair_id = pair.pair_id
LEFT JOIN beyond ON beyond.pair_id = pair.pair_id
JOIN actors AS first_actor ON first_actor.actor_id = pair.first_actor_id
JOIN actors AS second_actor ON second_actor.actor_id = pair.second_actor_id
JOIN offices AS first_office ON first_office.office_id = pair.first_office_id
JOIN offices AS second_office ON second_office.office_id = pair.second_office_id
WHERE meeting.pair_id IS NULL OR NOT meeting.surely_meet
