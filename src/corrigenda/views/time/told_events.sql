-- Everything past that somebody is said to have reported in an event of the article, with the days of the telling
-- and of what is reported. What is given as expected, possible or certain to come is left out, and so are reports that
-- look ahead by their kind.
-- grain: attribution_id, event_id
SELECT
    saying.attribution_id,
    saying.claim_id,
    telling.event_id AS telling_id,
    event.event_id,
    event.kind_id,
    event.about,
    telling.label AS telling,
    event.label,
    telling_days.stated AS telling_stated,
    telling_days.first_day AS telling_first,
    telling_days.last_day AS telling_last,
    telling_days.date_ids AS telling_date_ids,
    telling_days.writing_ids AS telling_writing_ids,
    telling_days.published_id AS telling_published_id,
    days.stated,
    days.first_day,
    days.last_day,
    days.date_ids,
    days.writing_ids,
    writing.last_day AS written_last
FROM attributions AS saying
JOIN events AS telling ON telling.event_id = saying.event_id AND telling.tense <> 'present'
JOIN events AS event ON event.claim_id = saying.claim_id AND event.event_id <> telling.event_id AND event.tense = 'past'
JOIN claims AS claim
    ON claim.claim_id = saying.claim_id AND claim.modality IN ('asserted', 'reported') AND claim.polarity = 'affirmed'
JOIN event_days AS telling_days ON telling_days.event_id = telling.event_id
JOIN event_days AS days ON days.event_id = event.event_id
JOIN writing_days AS writing ON writing.article_id = event.article_id
WHERE NOT EXISTS (
        SELECT 1 FROM kind_scope AS scope
        WHERE scope.counts_id = telling.kind_id
            AND scope.kind_id IN ('announcement', 'promise', 'warning', 'request', 'order', 'estimate')
    )
    AND NOT EXISTS (
        SELECT 1 FROM dates AS date
        JOIN phrases AS phrase ON phrase.phrase_id = date.phrase_id
        WHERE date.event_id = event.event_id AND phrase.certainty IS NOT NULL
    )
