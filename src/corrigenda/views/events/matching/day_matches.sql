-- Every reported event that has a printed date, with each known event that agrees with it in all but perhaps the day:
-- the thing, the office and everybody who is named. days_apart counts from the known day where the kinds are the same,
-- and from the reach of the known event where the reported kind is a wider one. clashes where it cannot be that day: a
-- known event of a wider kind can fit, but a clash with it says nothing, and so does a clash with a term in an office
-- that is not named. is_listed where the reference lists all of them: the terms of one person in one office up to the
-- day up to which they are known, what a category is complete for, and for what only leads to a term the holders of the
-- office, or the terms of the person, for a year more.
-- grain: event_id, known_id
WITH complete AS (
    SELECT complete.office_id, complete.actor_id, since.last_day AS first_day, until.first_day AS last_day
    FROM completeness AS complete
    JOIN edtf AS since ON since.text = complete.since
    JOIN edtf AS until ON until.text = complete.until
    WHERE complete.category_id IS NULL AND complete.relation IS NULL
),
steps AS (
    SELECT pair.event_id, pair.known_id, term.office_id, term.actor_id, told.first_day, told.last_day + 366 AS last_day
    FROM event_pairs AS pair
    JOIN finished_events AS told ON told.event_id = pair.event_id
    JOIN known_events AS known ON known.known_id = pair.known_id
    JOIN tenures AS term ON term.tenure_id = coalesce(known.start_id, known.end_id)
    WHERE pair.way = 'before'
),
-- Each kind of row by itself: for all of them at once, every pair would meet every row.
whole AS (
    SELECT steps.event_id, steps.known_id
    FROM steps
    JOIN complete
        ON complete.office_id = steps.office_id
        AND coalesce(complete.actor_id, steps.actor_id) = steps.actor_id
        AND complete.first_day <= steps.first_day
        AND complete.last_day >= steps.last_day
    UNION
    SELECT steps.event_id, steps.known_id
    FROM steps
    JOIN complete
        ON complete.actor_id = steps.actor_id
        AND complete.office_id IS NULL
        AND complete.first_day <= steps.first_day
        AND complete.last_day >= steps.last_day
    UNION
    SELECT steps.event_id, steps.known_id
    FROM steps
    JOIN complete
        ON complete.actor_id IS NULL
        AND complete.office_id IS NULL
        AND complete.first_day <= steps.first_day
        AND complete.last_day >= steps.last_day
)
SELECT
    told.event_id,
    told.claim_id,
    told.article_id,
    pair.known_id,
    CASE WHEN known.kind_id = told.kind_id THEN pair.days_apart ELSE pair.reach_apart END AS days_apart,
    known.kind_id = told.kind_id AS is_same_kind,
    pair.way IN ('same', 'before') AND NOT agreed.other_office AND NOT agreed.unsure_office AS can_clash,
    agreed.unsure_office,
    agreed.namesakes > 0 AS is_namesake,
    pair.was_known,
    (
        known.is_listed
        AND pair.way <> 'before'
        -- The input that forced this: a list to 2011, and an office taken once more in 2012.
        AND coalesce(told.last_day <= listed.last_day, TRUE)
    )
    OR whole.event_id IS NOT NULL
    OR EXISTS (
        SELECT 1 FROM completeness AS complete
        JOIN categories AS category ON category.category_id = complete.category_id AND category.topic IS NULL
        JOIN kind_scope AS scope ON scope.kind_id = category.kind_id AND scope.counts_id = told.kind_id
        JOIN edtf AS since ON since.text = complete.since
        JOIN edtf AS until ON until.text = complete.until
        WHERE since.last_day <= told.first_day AND until.first_day >= told.last_day
    ) AS is_listed
FROM event_pairs AS pair
JOIN finished_events AS told ON told.event_id = pair.event_id
JOIN known_events AS known ON known.known_id = pair.known_id
JOIN event_agreements AS agreed ON agreed.event_id = pair.event_id AND agreed.known_id = pair.known_id
LEFT JOIN tenures AS term ON term.tenure_id = coalesce(known.start_id, known.end_id)
LEFT JOIN (
    SELECT actor_id, office_id, max(known_until) AS last_day FROM tenure_days GROUP BY actor_id, office_id
) AS listed ON listed.actor_id = term.actor_id AND listed.office_id = term.office_id
LEFT JOIN whole ON whole.event_id = pair.event_id AND whole.known_id = pair.known_id AND pair.way = 'before'
WHERE pair.way <> 'contrary'
    AND told.stated IS NOT NULL
    AND NOT told.lasts
    AND NOT agreed.other_thing
    AND NOT agreed.other_office
    AND agreed.strangers = 0
    AND (agreed.people > 0 OR (agreed.same_thing AND (told.is_once OR agreed.doers = 0)))
