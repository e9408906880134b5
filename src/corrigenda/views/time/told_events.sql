-- Everything past that somebody is said to have told of in an event of the article, with the days of the telling
-- and of what is told. What is told as expected, possible or certain to come is left out, and so are tellings that
-- look ahead by their kind.
SELECT
    a.attribution_id,
    a.claim_id,
    t.event_id AS telling_id,
    ev.event_id,
    ev.kind_id,
    ev.about,
    t.label AS telling,
    ev.label,
    d.stated AS telling_stated,
    d.first_day AS telling_first,
    d.last_day AS telling_last,
    d.date_ids AS telling_date_ids,
    d.writing_ids AS telling_writing_ids,
    d.published_id AS telling_published_id,
    e.stated,
    e.first_day,
    e.last_day,
    e.date_ids,
    e.writing_ids,
    w.last_day AS written_last
FROM attributions AS a
JOIN events AS t ON t.event_id = a.event_id AND t.tense <> 'present'
JOIN events AS ev ON ev.claim_id = a.claim_id AND ev.event_id <> t.event_id AND ev.tense = 'past'
JOIN claims AS c ON c.claim_id = a.claim_id AND c.modality IN ('asserted', 'reported') AND c.polarity = 'affirmed'
JOIN event_days AS d ON d.event_id = t.event_id
JOIN event_days AS e ON e.event_id = ev.event_id
JOIN writing_days AS w ON w.article_id = ev.article_id
WHERE NOT EXISTS (
        SELECT 1 FROM kind_scope AS k
        WHERE k.counts_id = t.kind_id AND k.kind_id IN ('announcement', 'promise', 'warning', 'request', 'order', 'estimate')
    )
    AND NOT EXISTS (
        SELECT 1 FROM dates AS n
        JOIN phrases AS p ON p.phrase_id = n.phrase_id
        WHERE n.event_id = ev.event_id AND p.certainty IS NOT NULL
    )
