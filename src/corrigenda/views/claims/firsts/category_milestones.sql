-- Milestones by what they are: every milestone under every category whose definition it meets (kind, topic,
-- and, where the category is about what another state leads, the state), once for everybody who took part
-- (is_affected where they did nothing themselves)
-- and for the state of each person or body that did.
-- grain: category_id, milestone_id, participant_id, actor_id
WITH parties AS (
    SELECT milestone_id, participant_id, for_id, state_id, FALSE AS is_affected FROM milestone_parties
    UNION ALL
    -- Whoever takes an office is affected by the appointment, and still "the first woman to lead the government".
    SELECT affected.milestone_id, affected.participant_id, actor.actor_id, coalesce(actor.state, actor.actor_id), TRUE
    FROM participants AS affected
    JOIN actors AS actor ON actor.actor_id = affected.actor_id
    JOIN milestones AS done ON done.milestone_id = affected.milestone_id
    JOIN kinds AS kind ON kind.kind_id = done.kind_id
    WHERE affected.part IN ('affected', 'other')
        OR (affected.part = 'object' AND coalesce(kind.credited, 'agent') <> 'object')
)
SELECT
    category.category_id,
    milestone.milestone_id,
    milestone.label,
    milestone.about,
    party.participant_id,
    party.for_id AS actor_id,
    party.is_affected,
    milestone.known_from,
    happened.first_day,
    happened.last_day
FROM categories AS category
JOIN kind_scope AS counted ON counted.kind_id = category.kind_id
JOIN milestones AS milestone ON milestone.kind_id = counted.counts_id
JOIN edtf AS happened ON happened.text = milestone.day
JOIN parties AS party ON party.milestone_id = milestone.milestone_id
LEFT JOIN actors AS thing ON thing.actor_id = milestone.about
WHERE (category.topic IS NULL OR category.topic = thing.topic)
    AND (NOT category."foreign" OR (thing.state IS NOT NULL AND thing.state <> party.state_id))
