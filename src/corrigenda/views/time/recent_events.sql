-- Every past event that an article with a day of writing affirms, that nothing dates or ties to another event, and that
-- the text puts as news: it is in the first paragraph, or is the saying of somebody. It is taken to be of the 31 days
-- before the writing, which is an assumption (is_assumed). The first event of the first sentence, if it is an official
-- act, is what the news is: it is of the 92 days before, without doubt. docs/recency.md has what was measured.
-- is_opener tells the first event of the first sentence.
-- grain: event_id
SELECT
    event.event_id,
    writing.first_day - CASE WHEN NOT kind.needs_office OR opener.event_id IS NULL THEN 31 ELSE 92 END AS first_day,
    NOT kind.needs_office OR opener.event_id IS NULL AS is_assumed,
    opener.event_id IS NOT NULL AS is_opener
FROM events AS event
JOIN published_days AS published ON published.article_id = event.article_id AND published.first_day IS NOT NULL
JOIN writing_days AS writing ON writing.article_id = event.article_id
JOIN kinds AS kind ON kind.kind_id = event.kind_id AND NOT kind.lasts
LEFT JOIN kind_scope AS saying ON saying.kind_id = 'statement' AND saying.counts_id = event.kind_id
LEFT JOIN opening_paragraphs AS opening ON opening.article_id = event.article_id
LEFT JOIN claims AS claim ON claim.claim_id = event.claim_id
LEFT JOIN passages AS passage ON passage.passage_id = coalesce(event.passage_id, claim.passage_id)
LEFT JOIN (
    SELECT article_id, min_by(event_id, {'start': start, 'event': event_id}) AS event_id
    FROM events
    WHERE kind_id <> 'writing' AND passage_id IS NOT NULL
    GROUP BY article_id
) AS opener
    ON opener.event_id = event.event_id
    AND passage.paragraph <= opening.paragraph
    AND passage.sentence = 1
-- The tense of the verb ("has ordered"), printed as a row without a phrase, dates nothing.
LEFT JOIN dates AS date
    ON date.event_id = event.event_id AND NOT (date.kind = 'tense' AND date.phrase_id IS NULL)
LEFT JOIN dates AS counted ON counted.anchor = event.event_id
LEFT JOIN relations AS earlier ON earlier.event_id = event.event_id
LEFT JOIN relations AS later ON later.other = event.event_id
WHERE event.tense = 'past'
    AND event.kind_id <> 'writing'
    AND coalesce(claim.polarity, 'affirmed') = 'affirmed'
    AND (passage.paragraph <= opening.paragraph OR saying.counts_id IS NOT NULL)
    AND coalesce(date.date_id, counted.date_id, earlier.relation_id, later.relation_id) IS NULL
