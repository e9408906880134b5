-- What an article itself tells as begun or done, by what it is: every such event under every category whose definition
-- it meets, once for everybody who took part and for the state of each person or body that did.
-- grain: category_id, event_id, actor_id
SELECT DISTINCT
    category.category_id,
    event.event_id,
    event.article_id,
    event.claim_id,
    event.label,
    event.about,
    event.tense,
    claim.modality,
    party.for_id AS actor_id
FROM categories AS category
JOIN kind_scope AS counted ON counted.kind_id = category.kind_id
JOIN events AS event ON event.kind_id = counted.counts_id AND event.tense IN ('past', 'present')
JOIN claims AS claim
    ON claim.claim_id = event.claim_id
    AND claim.polarity = 'affirmed'
    AND claim.modality IN ('asserted', 'reported')
JOIN event_actors AS party ON party.event_id = event.event_id
LEFT JOIN actors AS thing ON thing.actor_id = event.about
WHERE (category.topic IS NULL OR category.topic = thing.topic)
    AND (NOT category."foreign" OR (thing.state IS NOT NULL AND thing.state <> party.state_id))
