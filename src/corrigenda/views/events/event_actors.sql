-- Everybody and everything that is named as doing an event, sharing in it, undergoing it or being its place, with the state
-- that each belongs to. A name that is that of somebody else as well stands for both, is_meant for the one whom the article
-- means: what fits the namesake is no error about the day.
SELECT m.event_id, m.mention_id, m.part, m.actor_id, a.kind, a.label, coalesce(a.state, a.actor_id) AS state_id, TRUE AS is_meant
FROM mentions AS m
JOIN actors AS a ON a.actor_id = m.actor_id AND a.kind <> 'group'
WHERE m.event_id IS NOT NULL AND m.part IN ('agent', 'counterpart', 'object', 'place')
UNION ALL
SELECT m.event_id, m.mention_id, m.part, a.actor_id, a.kind, a.label, coalesce(a.state, a.actor_id) AS state_id, FALSE AS is_meant
FROM homonyms AS h
JOIN mentions AS m ON m.mention_id = h.mention_id
JOIN actors AS a ON a.actor_id = h.other_id
WHERE m.event_id IS NOT NULL AND m.part IN ('agent', 'counterpart', 'object') AND h.is_own AND NOT h.is_told
-- grain: mention_id, actor_id
