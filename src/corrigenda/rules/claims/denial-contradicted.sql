-- The article says that something never was or is not so, and the reference knows of a case.
--
-- Why it happens: The case was small, long ago or had another name, or a contrast ("rather than") is drawn more
-- sharply than the facts allow.
--
-- What is judged: One earlier case in the same category is enough against "never". A case in a wider category is
-- only possible, because the denial may mean the narrower thing. What is denied only for its own time ("not",
-- "rather than") may have been so before, and the words may compare two things without denying either. An earlier
-- case that may still go on is therefore only possible. A denial about one programme or weapon is contradicted
-- only by a case of that one. What was not known at the time of writing is not used. A denied claim without such a
-- word is not judged, because it may deny something other than its event.
--
-- To settle: Say exactly what never was or is not so, and compare it with the case named here.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: denials by first_id
-- places: firsts.as_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, milestones[rival_id].day basis, milestones[rival_id].known_from basis,
--   participants[part_id].actor_id basis, milestones[other_ids].day context
-- message: "{as_printed}" {fit} for {actor}[ in an event dated {stated}]; known is: {rival}[, of a wider kind
--   ("{wider_category}")][; {doubt}][; also {others}]
-- repair: firsts.category_id: a narrower thing that never was, or is not so
SELECT
    denial.first_id,
    CASE WHEN nearest.is_sure THEN 'certain' WHEN nearest.first_id IS NOT NULL THEN 'possible' ELSE 'undecided' END AS verdict,
    CASE WHEN nearest.is_sure THEN 'does not fit' ELSE 'may not fit' END AS fit,
    CASE
        WHEN nearest.first_id IS NOT NULL THEN NULL
        WHEN denial.first_day > denial.last_day THEN 'the dates that bound the event leave no day for it'
        WHEN found.first_id IS NOT NULL THEN 'no first day is known for the event, so that nothing is known to be earlier'
        ELSE 'the reference knows no instance, and is not complete enough to rule one out'
    END AS reason,
    denial.as_printed,
    actor.label AS actor,
    denial.stated,
    denial.date_ids,
    denial.writing_ids,
    denial.published_id,
    nearest.milestone_id AS rival_id,
    nearest.participant_id AS part_id,
    nearest.told AS rival,
    CASE WHEN nearest.steps > 0 THEN nearest.definition END AS wider_category,
    CASE
        WHEN denial.kind = 'not' THEN concat(
            'the words may weigh one thing against another and not deny it, and what was so then may be so no longer',
            CASE WHEN nearest.came <> 'before' THEN '; it may have come later' WHEN NOT nearest.was_known THEN '; it may not have been known at the time of writing' END
        )
        WHEN nearest.is_sure OR nearest.steps > 0 THEN NULL
        WHEN nearest.came <> 'before' THEN 'it may have come later'
        ELSE 'it may not have been known at the time of writing'
    END AS doubt,
    nearest.other_ids,
    nearest.others
FROM denials AS denial
JOIN actors AS actor ON actor.actor_id = denial.actor_id
LEFT JOIN nearest_rivals AS nearest ON nearest.first_id = denial.first_id
LEFT JOIN (SELECT DISTINCT first_id FROM first_rivals WHERE came = 'unknown') AS found ON found.first_id = denial.first_id
WHERE nearest.first_id IS NOT NULL
    OR NOT EXISTS (
        SELECT 1 FROM completeness AS complete
        JOIN edtf AS span ON span.text = complete.until
        WHERE complete.category_id = denial.category_id
            AND coalesce(complete.actor_id, denial.actor_id) = denial.actor_id
            AND span.first_day >= denial.last_day
    )
