-- The days that the events of each claim lie between, and whether all of them are said in the present. A claim whose
-- events are bounded to one side only can be of any time on that side.
-- grain: claim_id
SELECT
    event.claim_id,
    CASE WHEN count(days.first_day) = count(*) THEN min(days.first_day) END AS first_day,
    CASE WHEN count(days.last_day) = count(*) THEN max(days.last_day) END AS last_day,
    bool_and(event.tense = 'present') AS is_now
FROM events AS event
JOIN event_days AS days ON days.event_id = event.event_id
WHERE event.claim_id IS NOT NULL
GROUP BY event.claim_id
