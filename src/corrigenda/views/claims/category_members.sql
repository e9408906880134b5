-- Milestones by what they are: every milestone under every category whose definition it meets (kind, topic,
-- and, where the category is about what another state leads, the state), once for everybody who took part
-- and for the state of each body that did.
SELECT category.category_id, milestone.milestone_id, milestone.label, milestone.about, party.participant_id, party.for_id AS actor_id, milestone.known_from, span.first_day, span.last_day
FROM categories AS category
JOIN kind_scope AS counted ON counted.kind_id = category.kind_id
JOIN milestones AS milestone ON milestone.kind_id = counted.counts_id
JOIN edtf AS span ON span.text = milestone.day
JOIN milestone_parties AS party ON party.milestone_id = milestone.milestone_id
LEFT JOIN actors AS actor ON actor.actor_id = milestone.about
WHERE (category.topic IS NULL OR category.topic = actor.topic)
    AND (NOT category."foreign" OR (actor.state IS NOT NULL AND actor.state <> party.state_id))
