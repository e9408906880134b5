-- Every event that an article affirms and dates, with the days of its printed dates alone. What goes_on lasts, or comes
-- again, so that its date may be that of one part of it; what is_reported was said or written, and may be told in
-- the present long after.
SELECT
    ev.event_id,
    ev.article_id,
    ev.claim_id,
    ev.label,
    ev.tense,
    k.lasts OR f.event_id IS NOT NULL AS goes_on,
    r.counts_id IS NOT NULL AS is_reported,
    s.stated,
    s.date_ids,
    s.first_day,
    s.last_day
FROM events AS ev
JOIN stated_days AS s ON s.event_id = ev.event_id
JOIN kinds AS k ON k.kind_id = ev.kind_id
LEFT JOIN (SELECT DISTINCT event_id FROM dates WHERE kind = 'frequency') AS f ON f.event_id = ev.event_id
LEFT JOIN kind_scope AS r ON r.kind_id = 'statement' AND r.counts_id = ev.kind_id
LEFT JOIN claims AS c ON c.claim_id = ev.claim_id
WHERE ev.kind_id <> 'writing' AND coalesce(c.polarity, 'affirmed') = 'affirmed'
