-- Milestones that may refute a claim of being the first, the only or the nth one, or a denial: of the same or a wider
-- category (steps), by the same actor (by anybody where none is named), and known when the article was written. came
-- tells how each lies to the event, a day more or less set aside (time zones). What is about the same thing and not
-- surely apart is the event itself where it is called the first, and so is what somebody who takes part in the event
-- did at a time that may be that of the event (is_itself: "in 1958" is its own day of 1958); where a denial is about
-- one thing, only that thing refutes it. What is not so now may have been so before: a denial of the kind 'not' is
-- never surely refuted, and one of a time that is over not by an act of another time. place ranks them, those of
-- unknown days apart.
-- grain: first_id, milestone_id, participant_id, steps
WITH same_people AS (
    SELECT DISTINCT mention.event_id, participant.milestone_id
    FROM mentions AS mention
    JOIN participants AS participant ON participant.actor_id = mention.actor_id
    WHERE mention.event_id IS NOT NULL AND mention.part IN ('agent', 'counterpart', 'object')
),
candidates AS (
    -- A milestone is listed for each of those who took part: where the claim is about anybody, one of them is enough.
    SELECT DISTINCT
        said.first_id,
        said.kind,
        member.milestone_id,
        member.participant_id,
        scope.steps,
        category.definition,
        concat(member.label, ' (', milestone.day, ')') AS told,
        milestone.day_confirmed AS is_confirmed,
        coalesce(known.last_day <= said.written_first, FALSE) AS was_known,
        member.is_affected AS is_affected,
        said.actor_id IS NULL AS is_of_anybody,
        -- Another composer who got the same prize years before is no event of this one.
        coalesce(member.about = said.about, FALSE)
            AND said.kind IN ('first', 'only', 'nth')
            AND (said.class_id IS NULL OR same_people.event_id IS NOT NULL) AS is_same_thing,
        said.kind IN ('first', 'only', 'nth')
            AND same_people.event_id IS NOT NULL
            AND coalesce(member.about = said.about, TRUE) AS is_itself,
        CASE
            WHEN member.last_day + 1 < said.first_day THEN 'before'
            WHEN member.first_day - 1 > said.last_day THEN 'after'
            WHEN said.first_day IS NULL OR member.first_day IS NULL OR member.last_day IS NULL THEN 'unknown'
            WHEN said.last_day IS NULL OR member.first_day + 1 < said.last_day THEN 'perhaps before'
            ELSE 'with it'
        END AS came
    FROM firsts_and_denials AS said
    JOIN category_scope AS scope ON scope.category_id = said.category_id
    JOIN categories AS category ON category.category_id = scope.wider_id
    JOIN category_milestones AS member
        ON member.category_id = scope.wider_id
        AND (member.actor_id = said.actor_id OR said.actor_id IS NULL)
    JOIN milestones AS milestone ON milestone.milestone_id = member.milestone_id
    JOIN kinds AS kind ON kind.kind_id = milestone.kind_id
    JOIN edtf AS known ON known.text = member.known_from
    LEFT JOIN same_people
        ON same_people.event_id = said.event_id
        AND same_people.milestone_id = member.milestone_id
    WHERE (said.written_last IS NULL OR known.first_day <= said.written_last)
        AND NOT coalesce(said.first_day > said.last_day, FALSE)
        AND (said.kind <> 'not' OR kind.lasts OR said.tense <> 'past' OR member.last_day + 1 >= said.first_day)
        AND (
            said.kind IN ('first', 'only', 'nth')
            OR NOT said.is_of_thing
            OR coalesce(member.about = said.about, FALSE)
        )
),
weighed AS (
    SELECT
        *,
        steps = 0 AND kind <> 'not' AND NOT is_same_thing AND was_known AND NOT is_affected AND NOT is_of_anybody
            AND came IN ('before', 'after') AS is_sure
    FROM candidates
    WHERE came = 'before'
        OR (came = 'after' AND kind = 'only')
        OR (came IN ('perhaps before', 'unknown') AND NOT is_same_thing AND NOT is_itself)
        OR (came = 'with it' AND kind IN ('never', 'not'))
)
SELECT
    *,
    row_number() OVER (
        PARTITION BY first_id, came = 'unknown'
        ORDER BY is_sure DESC, steps, is_confirmed DESC, milestone_id, participant_id
    ) AS place
FROM weighed
