-- Every mention whose printed title means an office that the person is said to hold (not "former", and not yet to
-- hold), with the time to which the title belongs: an act that can only be done in office fixes it to the event
-- (unless the claim denies the act), and so does "then"; "current" fixes it to the writing; otherwise it is as
-- the words tell, or unknown.
SELECT
    m.mention_id,
    m.claim_id,
    m.event_id,
    m.actor_id,
    m.office_id,
    m.title_printed,
    p.article_id,
    ev.kind_id,
    CASE
        WHEN (k.needs_office AND c.polarity = 'affirmed') OR m.title_marker = 'then' THEN 'event'
        WHEN m.title_marker = 'current' THEN 'writing'
        ELSE coalesce(m.title_time, 'unknown')
    END AS title_time
FROM mentions AS m
JOIN claims AS c ON c.claim_id = m.claim_id
JOIN passages AS p ON p.passage_id = c.passage_id
LEFT JOIN events AS ev ON ev.event_id = m.event_id
LEFT JOIN kinds AS k ON k.kind_id = ev.kind_id
WHERE m.office_id IS NOT NULL AND m.actor_id IS NOT NULL AND coalesce(m.title_marker, '') NOT IN ('former', 'designate')
