-- Every part in an event that needs somebody or something to exist, where it is known since or until when it did: who
-- does it, shares in it or is said to say it, but not what it is done to or about. With the days on which that
-- actor possibly (may_) and surely (sure_) existed; what the reference does not bound goes to the ends of the calendar.
SELECT
    m.mention_id,
    m.claim_id,
    d.article_id,
    m.part,
    m.actor_id,
    a.label AS actor,
    a.kind,
    a.existed_from,
    a.existed_to,
    coalesce(f.first_day, 1) AS may_first,
    CASE WHEN a.existed_from IS NULL THEN 1 ELSE least(coalesce(f.last_day, 3652059), t.last_day) END AS sure_first,
    CASE WHEN a.existed_to IS NULL THEN 3652059 ELSE greatest(coalesce(t.first_day, 1), f.first_day) END AS sure_last,
    coalesce(t.last_day, 3652059) AS may_last,
    d.stated,
    d.first_day,
    d.last_day,
    d.not_before,
    d.not_after,
    d.date_ids,
    d.writing_ids,
    d.published_id
FROM mentions AS m
JOIN claims AS c ON c.claim_id = m.claim_id AND c.polarity = 'affirmed'
JOIN actors AS a ON a.actor_id = m.actor_id
JOIN event_days AS d ON d.event_id = m.event_id
LEFT JOIN edtf AS f ON f.text = a.existed_from
LEFT JOIN edtf AS t ON t.text = a.existed_to
WHERE m.part IN ('agent', 'counterpart', 'source')
    AND a.kind IN ('person', 'body', 'programme', 'weapon')
    AND (a.existed_from IS NOT NULL OR a.existed_to IS NOT NULL)
