-- Every event that an article tells as having happened, in its own words or in those of somebody whom it reports: not what is
-- denied, expected, possible or said to come, nor what is told as coming again and again. With its printed dates and the days of writing.
SELECT
    ev.event_id,
    ev.claim_id,
    ev.article_id,
    ev.label,
    ev.kind_id,
    ev.about,
    k.label AS kind,
    k.recurs,
    coalesce(k.once, FALSE) AS is_once,
    k.lasts,
    s.stated,
    s.date_ids,
    s.first_day,
    s.last_day,
    w.first_day AS written_first,
    w.last_day AS written_last,
    w.published_id
FROM events AS ev
JOIN kinds AS k ON k.kind_id = ev.kind_id
LEFT JOIN claims AS c ON c.claim_id = ev.claim_id
JOIN writing_days AS w ON w.article_id = ev.article_id
LEFT JOIN stated_days AS s ON s.event_id = ev.event_id
WHERE ev.kind_id <> 'writing'
    AND ev.tense <> 'future'
    AND coalesce(c.polarity, 'affirmed') = 'affirmed'
    AND coalesce(c.modality, 'asserted') IN ('asserted', 'reported')
    AND NOT EXISTS (
        SELECT 1 FROM dates AS d
        LEFT JOIN phrases AS p ON p.phrase_id = d.phrase_id
        WHERE d.event_id = ev.event_id AND (d.kind = 'frequency' OR p.certainty IS NOT NULL)
    )
-- grain: event_id
