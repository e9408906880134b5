-- The article says that something is the first or the only one of its kind, and the reference knows of another.
--
-- Why it happens: The first under a new name was taken for the first of its kind, or the earlier case was small,
-- long ago or had another name.
--
-- What is judged: One earlier case in the same category is enough; for "the only one", so is a later one. A case
-- in a wider category is only possible, because the claim may mean the narrower thing. A case about the very same
-- thing is also only possible, because it may be the event itself. What somebody in the event did at a time that may
-- be its own is the event itself. For a state, the acts of its people and bodies count ("the first British composer");
-- for a class of people ("the first woman"), the acts of everybody whom the reference counts among it. Where nobody is
-- named, and of what nobody does twice, the acts of anybody count, and then it is only possible. So it is where the
-- earlier case was done to them and not by them. If somebody did it before of whom the reference does not say whether
-- they are of the class, it is left undecided. What was not known at the time of writing is not used. If there are
-- several cases, a confirmed one is named before an unconfirmed one.
--
-- To settle: Say exactly what it is the first of, and compare it with the case named here.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: claimed_firsts by first_id
-- places: firsts.as_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, milestones[rival_id].day basis, milestones[rival_id].known_from basis,
--   participants[part_id].actor_id basis, ties[tie_id].other_id basis, milestones[other_ids].day context
-- message: "{as_printed}" {fit}[ for {actor}][ among {class}][ in an event dated {stated}]; the reference knows:
--   {rival}[, of a wider kind ("{wider_category}")][; {doubt}][; also {others}]
-- repair: firsts.category_id: the article means something narrower, of which this is the first
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
    CASE
        WHEN is_sure OR steps > 0 THEN NULL
        WHEN is_same_thing THEN 'it is about the same thing and may be the event itself'
        WHEN came = 'perhaps before' THEN 'it may have come before or after'
        WHEN is_affected THEN 'it was done to them and not by them'
        WHEN is_of_anybody THEN 'it may be meant of fewer than everybody'
        ELSE 'it may not have been known at the time of writing'
    END AS doubt,
    other_ids,
    others
FROM judged_firsts
WHERE kind IN ('first', 'only') AND verdict <> 'consistent'
