-- Every event that an article affirms and dates, with the days of its printed dates alone. What goes_on lasts, or comes
-- again, so that its date may be that of one part of it; what is_reported was said or written, and may be reported in
-- the present long after.
-- grain: event_id
SELECT
    event.event_id,
    event.article_id,
    event.claim_id,
    event.label,
    event.tense,
    kind.lasts OR repeated.event_id IS NOT NULL AS goes_on,
    report.counts_id IS NOT NULL AS is_reported,
    days.stated,
    days.date_ids,
    days.first_day,
    days.last_day
FROM events AS event
JOIN stated_days AS days ON days.event_id = event.event_id
JOIN kinds AS kind ON kind.kind_id = event.kind_id
LEFT JOIN (SELECT DISTINCT event_id FROM dates WHERE kind = 'frequency') AS repeated
    ON repeated.event_id = event.event_id
LEFT JOIN kind_scope AS report ON report.kind_id = 'statement' AND report.counts_id = event.kind_id
LEFT JOIN claims AS claim ON claim.claim_id = event.claim_id
WHERE event.kind_id <> 'writing' AND coalesce(claim.polarity, 'affirmed') = 'affirmed'
