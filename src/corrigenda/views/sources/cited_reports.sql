-- Every publisher that an article cites with each known report of it about what the claim is about, out by
-- the time of writing and in no conflict with the day on which the article says that it was said. is_sure
-- where the article dates it so closely that no other day is left: then this report is meant.
-- grain: attribution_id, citation_id
SELECT
    cited.attribution_id,
    citation.citation_id,
    citation.naming,
    citation.affiliation,
    concat(publisher.label, ' of ', citation.published) AS told,
    coalesce(
        said.first_day >= published.first_day - 1
        AND said.last_day <= published.last_day + 1
        AND published.precision = 'day',
        FALSE
    ) AS is_sure
FROM attributions AS cited
JOIN actors AS publisher ON publisher.actor_id = cited.actor_id
JOIN citations AS citation ON citation.actor_id = cited.actor_id
JOIN claim_topics AS topic ON topic.claim_id = cited.claim_id AND topic.actor_id = citation.about
JOIN edtf AS published ON published.text = citation.published
JOIN passages AS passage ON passage.passage_id = cited.passage_id
JOIN writing_days AS writing ON writing.article_id = passage.article_id
LEFT JOIN event_days AS said ON said.event_id = cited.event_id
WHERE (writing.last_day IS NULL OR published.first_day <= writing.last_day)
    AND (said.last_day IS NULL OR published.first_day - 1 <= said.last_day)
    AND (said.first_day IS NULL OR published.last_day + 1 >= said.first_day)
