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
--   participants[part_id].actor_id basis, ties[tie_id].other_id basis, milestones[other_ids].day context
-- message: "{as_printed}" {fit}[ for {actor}][ among {class}][ in an event dated {stated}]; the reference knows:
--   {rival}[, of a wider kind ("{wider_category}")][; {doubt}][; also {others}]
-- repair: firsts.category_id: the article means something narrower, which never was or is not so
SELECT
    first_id,
    verdict,
    reason,
    fit,
    as_printed,
    actor,
    class,
    tie_id,
    stated,
    date_ids,
    writing_ids,
    published_id,
    rival_id,
    part_id,
    rival,
    wider_category,
    nullif(
        concat_ws(
            '; ',
            CASE
                WHEN kind = 'not'
                    THEN concat(
                        'the words may weigh one thing against another and not deny it,',
                        ' and what was so then may be so no longer'
                    )
            END,
            CASE
                WHEN is_sure OR (steps > 0 AND kind <> 'not') THEN NULL
                WHEN came <> 'before' THEN 'it may have come later'
                WHEN is_affected THEN 'it was done to them and not by them'
                WHEN is_of_anybody THEN 'it may be meant of fewer than everybody'
                WHEN NOT was_known THEN 'it may not have been known at the time of writing'
            END
        ),
        ''
    ) AS doubt,
    other_ids,
    others
FROM judged_firsts
WHERE kind IN ('never', 'not') AND verdict <> 'consistent'
