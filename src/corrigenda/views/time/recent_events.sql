-- Every past event that an article of a known day affirms, and that nothing dates or ties to another event: news is
-- recent, so that it is taken to be of the two weeks before the writing. This is an assumption (is_assumed) but for an
-- official act in the first paragraph, which is what the news is.
-- grain: event_id
SELECT
    event.event_id,
    writing.first_day - 14 AS first_day,
    NOT (kind.needs_office AND coalesce(passage.paragraph, 0) = 1) AS is_assumed
FROM events AS event
JOIN published_days AS published ON published.article_id = event.article_id AND published.first_day IS NOT NULL
JOIN writing_days AS writing ON writing.article_id = event.article_id
JOIN kinds AS kind ON kind.kind_id = event.kind_id AND NOT kind.lasts
LEFT JOIN claims AS claim ON claim.claim_id = event.claim_id
LEFT JOIN passages AS passage ON passage.passage_id = claim.passage_id
LEFT JOIN dates AS date ON date.event_id = event.event_id
LEFT JOIN dates AS counted ON counted.anchor = event.event_id
LEFT JOIN relations AS earlier ON earlier.event_id = event.event_id
LEFT JOIN relations AS later ON later.other = event.event_id
WHERE event.tense = 'past'
    AND event.kind_id <> 'writing'
    AND coalesce(claim.polarity, 'affirmed') = 'affirmed'
    AND coalesce(date.date_id, counted.date_id, earlier.relation_id, later.relation_id) IS NULL
