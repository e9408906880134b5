-- Every event of a narrowest kind that a claim states or denies, with the people who take part, its days, and whose
-- statement it is.
-- grain: event_id
WITH people AS (
    SELECT event_id, string_agg(DISTINCT actor_id, ' ' ORDER BY actor_id) AS people
    FROM mentions
    WHERE part IN ('agent', 'counterpart')
    GROUP BY event_id
)
SELECT
    event.event_id,
    event.claim_id,
    event.article_id,
    event.kind_id,
    event.about,
    event.label,
    event.tense,
    people.people,
    voice.polarity,
    voice.scope,
    voice.voice,
    days.stated,
    days.first_day,
    days.last_day
FROM events AS event
JOIN people ON people.event_id = event.event_id AND people.people IS NOT NULL
JOIN claim_voices AS voice ON voice.claim_id = event.claim_id AND voice.modality IN ('asserted', 'reported')
JOIN event_days AS days ON days.event_id = event.event_id
WHERE NOT EXISTS (SELECT 1 FROM kinds AS narrower WHERE narrower.broader = event.kind_id)
