-- Every publisher that an article cites beside each known report of it about what the claim is about, out by
-- the time of writing and in no conflict with the day on which the article says that it was said. is_sure
-- where the article dates it so closely that no other day is left: then this report is meant.
SELECT
    attribution.attribution_id,
    citation.citation_id,
    citation.naming,
    citation.affiliation,
    concat(actor.label, ' of ', citation.published) AS told,
    coalesce(days.first_day >= span.first_day - 1 AND days.last_day <= span.last_day + 1 AND span.precision = 'day', FALSE) AS is_sure
FROM attributions AS attribution
JOIN actors AS actor ON actor.actor_id = attribution.actor_id
JOIN citations AS citation ON citation.actor_id = attribution.actor_id
JOIN claim_topics AS topic ON topic.claim_id = attribution.claim_id AND topic.actor_id = citation.about
JOIN edtf AS span ON span.text = citation.published
JOIN passages AS passage ON passage.passage_id = attribution.passage_id
JOIN writing_days AS writing ON writing.article_id = passage.article_id
LEFT JOIN event_days AS days ON days.event_id = attribution.event_id
WHERE span.first_day <= coalesce(writing.last_day, 3652059)
    AND span.first_day - 1 <= coalesce(days.last_day, 3652059)
    AND span.last_day + 1 >= coalesce(days.first_day, 1)
