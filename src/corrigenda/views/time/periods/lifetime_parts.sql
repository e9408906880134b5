-- Every part in an event that needs somebody or something to exist, where it is known since or until when it did:
-- who does it, shares in it or is said to say it, what it is done to where the kind needs that to exist, and who is
-- named as present at a meeting (other: "was among the guests"). Its own beginning or end is no part of this: "Rovers,
-- founded in 1924", and since 8 March 1924.
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
LEFT JOIN kind_scope AS meeting ON meeting.kind_id = 'meeting' AND meeting.counts_id = kind.kind_id
WHERE (
        mention.part IN ('agent', 'counterpart', 'source')
        OR (mention.part = 'object' AND kind.needs_object)
        OR (mention.part = 'other' AND meeting.counts_id IS NOT NULL AND actor.kind = 'person')
    )
    AND actor.kind IN ('person', 'body', 'programme', 'weapon')
    AND NOT coalesce(kind.told_by IN ('existed_from', 'existed_to') AND event.about = mention.actor_id, FALSE)
