-- Every event that an article tells as having happened, in its own words or in those of somebody whom it reports: not
-- what is denied, expected, possible or said to come, nor what is said to come again and again. With its printed
-- dates and the days of writing.
-- grain: event_id
SELECT
    event.event_id,
    event.claim_id,
    event.article_id,
    event.label,
    event.kind_id,
    event.about,
    kind.label AS kind,
    kind.recurs,
    coalesce(kind.once, FALSE) AS is_once,
    kind.lasts,
    printed.stated,
    printed.date_ids,
    printed.first_day,
    printed.last_day,
    writing.first_day AS written_first,
    writing.last_day AS written_last,
    writing.published_id
FROM events AS event
JOIN kinds AS kind ON kind.kind_id = event.kind_id
LEFT JOIN claims AS claim ON claim.claim_id = event.claim_id
JOIN writing_days AS writing ON writing.article_id = event.article_id
LEFT JOIN stated_days AS printed ON printed.event_id = event.event_id
WHERE event.kind_id <> 'writing'
    AND event.tense <> 'future'
    AND coalesce(claim.polarity, 'affirmed') = 'affirmed'
    AND coalesce(claim.modality, 'asserted') IN ('asserted', 'reported')
    AND NOT EXISTS (
        SELECT 1 FROM dates AS time
        LEFT JOIN phrases AS phrase ON phrase.phrase_id = time.phrase_id
        WHERE time.event_id = event.event_id AND (time.kind = 'frequency' OR phrase.certainty IS NOT NULL)
    )
