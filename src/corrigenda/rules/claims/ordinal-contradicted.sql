-- The article says which time it is, the second or the third, and the reference counts otherwise.
--
-- Why it happens: A time was overlooked or counted twice, or the sentence was written before the last one.
--
-- What is judged: The cases of the same category by the same actor before the event are counted, each once; for a
-- state, those of its people and bodies. As many earlier ones as the number itself, or more, are too many: it is
-- certain if all of them surely came before and were known at the time of writing. Fewer than the number needs are only
-- possible, and only if the reference is complete for the category up to the event. Where nobody is named, it is at
-- most possible.
--
-- To settle: Count the cases, and say exactly what is counted.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: numbered_claims by first_id
-- places: firsts.as_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, milestones[sure_ids].day basis, milestones[sure_ids].known_from basis,
--   completeness[completeness_id].until basis, milestones[other_ids].day context
-- message: "{as_printed}" {fit}[ for {actor}][ in an event dated {stated}]; the reference knows {many}[: {earlier}][;
--   {doubt}]
-- repair: firsts.number = {number}: it is the number by the reference
SELECT
    first_id,
    CASE
        WHEN claimed IS NULL THEN 'undecided'
        WHEN sure >= claimed THEN 'certain'
        WHEN perhaps >= claimed THEN 'possible'
        WHEN first_day IS NULL OR completeness_id IS NULL OR unclear > 0 THEN 'undecided'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN claimed IS NULL THEN 'it is not encoded which one it is said to be'
        WHEN perhaps >= claimed THEN NULL
        WHEN category_id IS NULL THEN 'it is not encoded of what it is said'
        WHEN first_day IS NULL THEN 'no first day is known for the event, so that nothing is known to be earlier'
        WHEN completeness_id IS NULL
            THEN 'the reference knows no more earlier ones than the number allows, and is not complete'
        WHEN unclear > 0 THEN 'the day of a known one is not known, so that it may have come before or after'
    END AS reason,
    CASE WHEN sure >= claimed THEN 'does not fit' ELSE 'may not fit' END AS fit,
    as_printed,
    actor,
    stated,
    date_ids,
    writing_ids,
    published_id,
    CASE WHEN perhaps >= claimed THEN sure_ids END AS sure_ids,
    CASE WHEN perhaps < claimed THEN completeness_id END AS completeness_id,
    CASE WHEN perhaps >= claimed THEN other_ids ELSE counted_ids END AS other_ids,
    CASE
        WHEN perhaps = 0 THEN 'none before it'
        WHEN perhaps < claimed THEN concat('only ', CAST(perhaps AS VARCHAR), ' before it')
        ELSE concat(CAST(greatest(sure, perhaps) AS VARCHAR), ' before it')
    END AS many,
    earlier,
    CASE
        WHEN sure >= claimed THEN NULL
        WHEN perhaps < claimed THEN concat('there may have been others before ', complete_since)
        ELSE 'some of them may have come later, may not have been known, or may be of others'
    END AS doubt,
    CASE WHEN sure >= claimed AND sure = perhaps THEN CAST(sure + 1 AS VARCHAR) END AS number
FROM numbered_claims
WHERE claimed IS NULL OR NOT (perhaps = claimed - 1 AND unclear = 0 AND completeness_id IS NOT NULL)
