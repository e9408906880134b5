-- What an article itself tells as begun or done, by what it is: every such event under every category whose definition
-- it meets, once for everybody who took part and for the state of each body that did.
SELECT DISTINCT category.category_id, event.event_id, event.article_id, event.claim_id, event.label, event.about, event.tense, claim.modality, found.for_id AS actor_id
FROM categories AS category
JOIN kind_scope AS counted ON counted.kind_id = category.kind_id
JOIN events AS event ON event.kind_id = counted.counts_id AND event.tense IN ('past', 'present')
JOIN claims AS claim ON claim.claim_id = event.claim_id AND claim.polarity = 'affirmed' AND claim.modality IN ('asserted', 'reported')
JOIN (
    SELECT mention.event_id, other_actor.actor_id AS for_id, coalesce(other_actor.state, other_actor.actor_id) AS state_id
    FROM mentions AS mention
    JOIN actors AS other_actor ON other_actor.actor_id = mention.actor_id
    WHERE mention.part IN ('agent', 'counterpart')
    UNION
    SELECT mention.event_id, other_actor.state AS for_id, other_actor.state AS state_id
    FROM mentions AS mention
    JOIN actors AS other_actor ON other_actor.actor_id = mention.actor_id AND other_actor.kind = 'body' AND other_actor.state IS NOT NULL
    WHERE mention.part IN ('agent', 'counterpart')
) AS found ON found.event_id = event.event_id
LEFT JOIN actors AS actor ON actor.actor_id = event.about
WHERE (category.topic IS NULL OR category.topic = actor.topic)
    AND (NOT category."foreign" OR (actor.state IS NOT NULL AND actor.state <> found.state_id))
