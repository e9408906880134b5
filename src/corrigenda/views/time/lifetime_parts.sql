-- Every part in an event that needs somebody or something to exist, where it is known since or until when it did: who
-- does it, shares in it or is said to say it, and what it is done to where the kind needs that to exist.
-- grain: mention_id
SELECT
    mention.mention_id,
    mention.claim_id,
    event.article_id,
    mention.event_id,
    mention.part,
    mention.actor_id,
    actor.label AS actor,
    actor.kind,
    life.existed_from,
    life.existed_to,
    life.may_first,
    life.sure_first,
    life.sure_last,
    life.may_last
FROM mentions AS mention
JOIN claims AS claim ON claim.claim_id = mention.claim_id AND claim.polarity = 'affirmed'
JOIN actors AS actor ON actor.actor_id = mention.actor_id
JOIN existences AS life ON life.table_name = 'actors' AND life.row_id = mention.actor_id
JOIN events AS event ON event.event_id = mention.event_id
JOIN kinds AS kind ON kind.kind_id = event.kind_id
WHERE (mention.part IN ('agent', 'counterpart', 'source') OR (mention.part = 'object' AND kind.needs_object))
    AND actor.kind IN ('person', 'body', 'programme', 'weapon')
