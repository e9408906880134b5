-- Every claim of being the first or the only one, and every denial, with what is known against it. It is certain where
-- the nearest counterexample is sure, consistent where none is known and the reference is complete up to the day that
-- counts (of "the only one" the day of writing), and undecided otherwise.
-- grain: first_id
WITH undated AS (
    SELECT DISTINCT first_id FROM counterexamples WHERE came = 'unknown'
),
-- Somebody did it before, and nobody says whether that is one of the class.
classless AS (
    SELECT DISTINCT said.first_id
    FROM firsts_and_denials AS said
    JOIN category_milestones AS instance
        ON instance.category_id = said.category_id AND NOT instance.is_affected AND instance.first_day < said.last_day
    JOIN participants AS participant
        ON participant.participant_id = instance.participant_id AND participant.actor_id = instance.actor_id
    JOIN actors AS doer ON doer.actor_id = participant.actor_id AND doer.kind = 'person'
    LEFT JOIN class_members AS member ON member.class_id = said.class_id AND member.actor_id = doer.actor_id
    WHERE said.class_id IS NOT NULL
        AND member.actor_id IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM completeness AS listed
            WHERE listed.relation = 'one-of' AND coalesce(listed.actor_id, said.class_id) = said.class_id
        )
),
complete AS (
    SELECT DISTINCT said.first_id
    FROM firsts_and_denials AS said
    JOIN completeness AS stated
        ON stated.category_id = said.category_id
        AND (stated.actor_id IS NULL OR stated.actor_id = said.actor_id)
    JOIN edtf AS until ON until.text = stated.until
    WHERE until.first_day >= CASE WHEN said.kind = 'only' THEN said.written_last ELSE said.last_day END
)
SELECT
    said.first_id,
    said.kind,
    CASE
        WHEN known.is_sure THEN 'certain'
        WHEN known.first_id IS NOT NULL THEN 'possible'
        WHEN complete.first_id IS NOT NULL AND classless.first_id IS NULL THEN 'consistent'
        ELSE 'undecided'
    END AS verdict,
    CASE
        WHEN known.first_id IS NOT NULL THEN NULL
        WHEN classless.first_id IS NOT NULL
            THEN 'the reference does not say of everybody who did it before whether they are of the class'
        WHEN complete.first_id IS NOT NULL THEN NULL
        WHEN said.category_id IS NULL THEN 'it is not encoded of what it is said'
        WHEN said.first_day > said.last_day THEN 'the dates that bound the event leave no day for it'
        WHEN undated.first_id IS NOT NULL
            THEN 'no first day is known for the event, so that nothing is known to be earlier'
        WHEN said.kind IN ('first', 'only')
            THEN 'the reference knows no earlier instance, and is not complete enough to rule one out'
        ELSE 'the reference knows no instance, and is not complete enough to rule one out'
    END AS reason,
    CASE WHEN known.is_sure THEN 'does not fit' ELSE 'may not fit' END AS fit,
    said.as_printed,
    CASE WHEN said.class_id IS NULL THEN actor.label END AS actor,
    CASE WHEN said.class_id IS NOT NULL THEN actor.label END AS class,
    member.tie_id,
    said.stated,
    said.date_ids,
    said.writing_ids,
    said.published_id,
    known.milestone_id AS rival_id,
    known.participant_id AS part_id,
    known.told AS rival,
    known.is_sure,
    known.steps,
    known.came,
    known.was_known,
    known.is_same_thing,
    known.is_affected,
    known.is_of_anybody,
    CASE WHEN known.steps > 0 THEN known.definition END AS wider_category,
    known.other_ids,
    known.others
FROM firsts_and_denials AS said
LEFT JOIN actors AS actor ON actor.actor_id = said.actor_id
LEFT JOIN nearest_counterexamples AS known ON known.first_id = said.first_id
LEFT JOIN undated ON undated.first_id = said.first_id
LEFT JOIN classless ON classless.first_id = said.first_id
LEFT JOIN participants AS rival ON rival.participant_id = known.participant_id
LEFT JOIN class_members AS member ON member.class_id = said.class_id AND member.actor_id = rival.actor_id
LEFT JOIN complete ON complete.first_id = said.first_id
WHERE said.kind <> 'nth'
