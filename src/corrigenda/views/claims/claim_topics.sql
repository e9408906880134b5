-- What each claim is about: the actors in it, and what the events are about that it states, dates or calls the first.
SELECT claim_id, about AS actor_id FROM events WHERE claim_id IS NOT NULL AND about IS NOT NULL
UNION
SELECT m.claim_id, ev.about AS actor_id FROM mentions AS m JOIN events AS ev ON ev.event_id = m.event_id WHERE ev.about IS NOT NULL
UNION
SELECT f.claim_id, ev.about AS actor_id FROM firsts AS f JOIN events AS ev ON ev.event_id = f.event_id WHERE ev.about IS NOT NULL
UNION
SELECT claim_id, actor_id FROM mentions WHERE actor_id IS NOT NULL AND part <> 'source'
