-- What each claim is about: the actors in it, and what the events are about that it states, dates or calls the first.
-- grain: claim_id, actor_id
SELECT claim_id, about AS actor_id FROM events WHERE claim_id IS NOT NULL AND about IS NOT NULL
UNION
SELECT mention.claim_id, event.about AS actor_id
FROM mentions AS mention
JOIN events AS event ON event.event_id = mention.event_id
WHERE event.about IS NOT NULL
UNION
SELECT called.claim_id, event.about AS actor_id
FROM firsts AS called
JOIN events AS event ON event.event_id = called.event_id
WHERE event.about IS NOT NULL
UNION
SELECT claim_id, actor_id FROM mentions WHERE actor_id IS NOT NULL AND part <> 'source'
