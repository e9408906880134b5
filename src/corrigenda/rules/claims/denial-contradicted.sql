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
    f.first_id,
    CASE WHEN r.is_sure THEN 'certain' WHEN r.first_id IS NOT NULL THEN 'possible' ELSE 'undecided' END AS verdict,
    CASE WHEN r.is_sure THEN 'does not fit' ELSE 'may not fit' END AS fit,
    CASE
        WHEN r.first_id IS NOT NULL THEN NULL
        WHEN f.first_day > f.last_day THEN 'the dates that bound the event leave no day for it'
        WHEN u.first_id IS NOT NULL THEN 'no first day is known for the event, so that nothing is known to be earlier'
        ELSE 'the reference knows no instance, and is not complete enough to rule one out'
    END AS reason,
    f.as_printed,
    a.label AS actor,
    f.stated,
    f.date_ids,
    f.writing_ids,
    f.published_id,
    r.milestone_id AS rival_id,
    r.participant_id AS part_id,
    r.told AS rival,
    CASE WHEN r.steps > 0 THEN r.definition END AS wider_category,
    CASE
        WHEN f.kind = 'not' THEN concat(
            'the words may weigh one thing against another and not deny it, and what was so then may be so no longer',
            CASE WHEN r.came <> 'before' THEN '; it may have come later' WHEN NOT r.was_known THEN '; it may not have been known at the time of writing' END
        )
        WHEN r.is_sure OR r.steps > 0 THEN NULL
        WHEN r.came <> 'before' THEN 'it may have come later'
        ELSE 'it may not have been known at the time of writing'
    END AS doubt,
    r.other_ids,
    r.others
FROM denials AS f
JOIN actors AS a ON a.actor_id = f.actor_id
LEFT JOIN nearest_rivals AS r ON r.first_id = f.first_id
LEFT JOIN (SELECT DISTINCT first_id FROM first_rivals WHERE came = 'unknown') AS u ON u.first_id = f.first_id
WHERE r.first_id IS NOT NULL
    OR NOT EXISTS (
        SELECT 1 FROM completeness AS c
        JOIN edtf AS e ON e.text = c.until
        WHERE c.category_id = f.category_id
            AND coalesce(c.actor_id, f.actor_id) = f.actor_id
            AND e.first_day >= f.last_day
    )
