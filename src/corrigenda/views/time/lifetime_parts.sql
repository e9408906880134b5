-- Every part in an event that needs somebody or something to exist, where it is known since or until when it did: who
-- does it, shares in it or is said to say it, but not what it is done to or about. With the days on which that actor
-- possibly (may_) and surely (sure_) existed; what the reference does not bound goes to the ends of the calendar.
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
    actor.existed_from,
    actor.existed_to,
    coalesce(since.first_day, calendar.first_day) AS may_first,
    CASE
        WHEN actor.existed_from IS NULL THEN calendar.first_day
        ELSE least(coalesce(since.last_day, calendar.last_day), until.last_day)
    END AS sure_first,
    CASE
        WHEN actor.existed_to IS NULL THEN calendar.last_day
        ELSE greatest(coalesce(until.first_day, calendar.first_day), since.first_day)
    END AS sure_last,
    coalesce(until.last_day, calendar.last_day) AS may_last
FROM mentions AS mention
CROSS JOIN calendar
JOIN claims AS claim ON claim.claim_id = mention.claim_id AND claim.polarity = 'affirmed'
JOIN actors AS actor ON actor.actor_id = mention.actor_id
JOIN events AS event ON event.event_id = mention.event_id
LEFT JOIN edtf AS since ON since.text = actor.existed_from
LEFT JOIN edtf AS until ON until.text = actor.existed_to
WHERE mention.part IN ('agent', 'counterpart', 'source')
    AND actor.kind IN ('person', 'body', 'programme', 'weapon')
    AND (actor.existed_from IS NOT NULL OR actor.existed_to IS NOT NULL)
