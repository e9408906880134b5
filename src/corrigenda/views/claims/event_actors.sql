-- Who took part in each event that an article tells, or is credited with it by its kind: the actor itself, the
-- state of a person or body that did, and each class of people to which somebody belongs who is credited with it.
-- grain: event_id, for_id, state_id
WITH parties AS (
    SELECT
        mention.event_id,
        actor.actor_id,
        actor.kind,
        actor.state,
        (mention.part = 'object') = (coalesce(kind.credited, 'agent') = 'object') AS is_credited
    FROM mentions AS mention
    JOIN actors AS actor ON actor.actor_id = mention.actor_id
    JOIN events AS event ON event.event_id = mention.event_id
    JOIN kinds AS kind ON kind.kind_id = event.kind_id
    WHERE mention.part IN ('agent', 'counterpart') OR (mention.part = 'object' AND kind.credited = 'object')
)
SELECT event_id, actor_id AS for_id, coalesce(state, actor_id) AS state_id FROM parties
UNION
SELECT event_id, state AS for_id, state AS state_id FROM parties
WHERE kind IN ('body', 'person') AND state IS NOT NULL
UNION
SELECT party.event_id, member.class_id AS for_id, coalesce(party.state, party.actor_id) AS state_id
FROM parties AS party
JOIN class_members AS member ON member.actor_id = party.actor_id
WHERE party.is_credited
