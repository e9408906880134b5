-- The article says that something is the first or the only one of its kind, and the reference knows of another.
--
-- Why it happens: The first under a new name was taken for the first of its kind, or the earlier case was small,
-- long ago or had another name.
--
-- What is judged: One earlier case in the same category is enough; for "the only one", so is a later one. A case
-- in a wider category is only possible, because the claim may mean the narrower thing. A case about the very same
-- thing is also only possible, because it may be the event itself. What was not known at the time of writing is
-- not used. If there are several cases, a confirmed one is named before an unconfirmed one.
--
-- To settle: Say exactly what it is the first of, and compare it with the case named here.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: claimed_firsts by first_id
-- places: firsts.as_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, milestones[rival_id].day basis, milestones[rival_id].known_from basis,
--   participants[part_id].actor_id basis, milestones[other_ids].day context
-- message: "{as_printed}" {fit} for {actor}[ in an event dated {stated}]; known is: {rival}[, of a wider kind
--   ("{wider_category}")][; {doubt}][; also {others}]
-- repair: firsts.category_id: a narrower thing of which it is the first
SELECT
    claimed.first_id,
    CASE WHEN nearest.is_sure THEN 'certain' WHEN nearest.first_id IS NOT NULL THEN 'possible' ELSE 'undecided' END AS verdict,
    CASE WHEN nearest.is_sure THEN 'does not fit' ELSE 'may not fit' END AS fit,
    CASE
        WHEN nearest.first_id IS NOT NULL THEN NULL
        WHEN claimed.first_day > claimed.last_day THEN 'the dates that bound the event leave no day for it'
        WHEN found.first_id IS NOT NULL THEN 'no first day is known for the event, so that nothing is known to be earlier'
        ELSE 'the reference knows no earlier instance, and is not complete enough to rule one out'
    END AS reason,
    claimed.as_printed,
    actor.label AS actor,
    claimed.stated,
    claimed.date_ids,
    claimed.writing_ids,
    claimed.published_id,
    nearest.milestone_id AS rival_id,
    nearest.participant_id AS part_id,
    nearest.told AS rival,
    CASE WHEN nearest.steps > 0 THEN nearest.definition END AS wider_category,
    CASE
        WHEN nearest.is_sure OR nearest.steps > 0 THEN NULL
        WHEN nearest.is_same_thing THEN 'it is about the same thing and may be the event itself'
        WHEN nearest.came = 'perhaps before' THEN 'it may have come before or after'
        ELSE 'it may not have been known at the time of writing'
    END AS doubt,
    nearest.other_ids,
    nearest.others
FROM claimed_firsts AS claimed
JOIN actors AS actor ON actor.actor_id = claimed.actor_id
LEFT JOIN nearest_rivals AS nearest ON nearest.first_id = claimed.first_id
LEFT JOIN (SELECT DISTINCT first_id FROM first_rivals WHERE came = 'unknown') AS found ON found.first_id = claimed.first_id
WHERE nearest.first_id IS NOT NULL
    OR NOT EXISTS (
        SELECT 1 FROM completeness AS complete
        JOIN edtf AS span ON span.text = complete.until
        WHERE complete.category_id = claimed.category_id
            AND coalesce(complete.actor_id, claimed.actor_id) = claimed.actor_id
            AND span.first_day >= CASE WHEN claimed.kind = 'only' THEN claimed.written_last ELSE claimed.last_day END
    )
