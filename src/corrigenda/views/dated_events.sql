-- Every event that an article affirms and dates, with its own days only: those of its printed dates, and for the
-- time of writing those of publication. What goes_on lasts, or comes again, so that its date may be that of one
-- part of it; what is_reported was said or written, and may be told in the present long after.
SELECT
    ev.event_id,
    ev.article_id,
    ev.claim_id,
    ev.kind_id,
    ev.label,
    ev.tense,
    k.lasts OR f.event_id IS NOT NULL AS goes_on,
    r.counts_id IS NOT NULL AS is_reported,
    s.stated,
    s.date_ids,
    NULL AS published_id,
    s.first_day,
    s.last_day
FROM events AS ev
JOIN stated_days AS s ON s.event_id = ev.event_id
JOIN kinds AS k ON k.kind_id = ev.kind_id
LEFT JOIN (SELECT DISTINCT event_id FROM dates WHERE kind = 'frequency') AS f ON f.event_id = ev.event_id
LEFT JOIN kind_scope AS r ON r.kind_id = 'statement' AND r.counts_id = ev.kind_id
LEFT JOIN claims AS c ON c.claim_id = ev.claim_id
WHERE coalesce(c.polarity, 'affirmed') = 'affirmed'
UNION ALL
SELECT
    ev.event_id,
    ev.article_id,
    ev.claim_id,
    ev.kind_id,
    ev.label,
    ev.tense,
    FALSE AS goes_on,
    TRUE AS is_reported,
    a.published AS stated,
    NULL AS date_ids,
    a.article_id AS published_id,
    p.first_day,
    p.last_day
FROM events AS ev
JOIN articles AS a ON a.article_id = ev.article_id
JOIN edtf AS p ON p.text = a.published
WHERE ev.kind_id = 'writing' AND NOT EXISTS (SELECT 1 FROM stated_days AS s WHERE s.event_id = ev.event_id)
