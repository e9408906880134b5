-- Everybody and everything that is named as doing an event, sharing in it, undergoing it or being its place, with the
-- state that each belongs to. A name that is that of somebody else as well stands for both, is_meant for the one whom
-- the article means: what fits the namesake is no error about the day.
-- grain: mention_id, actor_id
SELECT
    mention.event_id,
    mention.mention_id,
    mention.part,
    mention.actor_id,
    actor.kind,
    actor.label,
    coalesce(actor.state, actor.actor_id) AS state_id,
    TRUE AS is_meant
FROM mentions AS mention
JOIN actors AS actor ON actor.actor_id = mention.actor_id AND actor.kind <> 'group'
WHERE mention.event_id IS NOT NULL AND mention.part IN ('agent', 'counterpart', 'object', 'place')
UNION ALL
SELECT
    mention.event_id,
    mention.mention_id,
    mention.part,
    actor.actor_id,
    actor.kind,
    actor.label,
    coalesce(actor.state, actor.actor_id) AS state_id,
    FALSE AS is_meant
FROM homonyms AS namesake
JOIN mentions AS mention ON mention.mention_id = namesake.mention_id
JOIN actors AS actor ON actor.actor_id = namesake.other_id
WHERE mention.event_id IS NOT NULL
    AND mention.part IN ('agent', 'counterpart', 'object')
    AND namesake.is_own
    AND NOT namesake.is_told
