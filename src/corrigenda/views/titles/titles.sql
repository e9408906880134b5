-- Every mention whose printed title means an office that the person is said to hold (not "former", and not yet to
-- hold), with the time to which the title belongs: an act that can only be done in office fixes it to the event
-- (unless the claim denies the act), and so does "then"; "current" fixes it to the writing; otherwise it is as
-- the words tell, or unknown.
-- grain: mention_id
SELECT
    mention.mention_id,
    mention.claim_id,
    mention.event_id,
    mention.actor_id,
    mention.office_id,
    mention.title_printed,
    passage.article_id,
    event.kind_id,
    CASE
        WHEN (kind.needs_office AND claim.polarity = 'affirmed') OR mention.title_marker = 'then' THEN 'event'
        WHEN mention.title_marker = 'current' THEN 'writing'
        ELSE coalesce(mention.title_time, 'unknown')
    END AS title_time
FROM mentions AS mention
JOIN claims AS claim ON claim.claim_id = mention.claim_id
JOIN passages AS passage ON passage.passage_id = claim.passage_id
LEFT JOIN events AS event ON event.event_id = mention.event_id
LEFT JOIN kinds AS kind ON kind.kind_id = event.kind_id
WHERE mention.office_id IS NOT NULL
    AND mention.actor_id IS NOT NULL
    AND coalesce(mention.title_marker, '') NOT IN ('former', 'designate')
