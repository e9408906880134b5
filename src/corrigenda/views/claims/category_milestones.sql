-- Milestones by what they are: every milestone under every category whose definition it meets (kind, topic,
-- and, where the category is about what another state leads, the state), once for everybody who took part
-- and for the state of each person or body that did.
-- grain: category_id, milestone_id, participant_id, actor_id
SELECT
    category.category_id,
    milestone.milestone_id,
    milestone.label,
    milestone.about,
    party.participant_id,
    party.for_id AS actor_id,
    milestone.known_from,
    happened.first_day,
    happened.last_day
FROM categories AS category
JOIN kind_scope AS counted ON counted.kind_id = category.kind_id
JOIN milestones AS milestone ON milestone.kind_id = counted.counts_id
JOIN edtf AS happened ON happened.text = milestone.day
JOIN milestone_parties AS party ON party.milestone_id = milestone.milestone_id
LEFT JOIN actors AS thing ON thing.actor_id = milestone.about
WHERE (category.topic IS NULL OR category.topic = thing.topic)
    AND (NOT category."foreign" OR (thing.state IS NOT NULL AND thing.state <> party.state_id))
