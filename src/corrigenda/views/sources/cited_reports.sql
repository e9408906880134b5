-- Every publisher that an article cites beside each known report of it about what the claim is about, out by
-- the time of writing and in no conflict with the day on which the article says that it was said. is_sure
-- where the article dates it so closely that no other day is left: then this report is meant.
SELECT
    a.attribution_id,
    c.citation_id,
    c.naming,
    c.affiliation,
    concat(p.label, ' of ', c.published) AS told,
    coalesce(d.first_day >= k.first_day - 1 AND d.last_day <= k.last_day + 1 AND k.precision = 'day', FALSE) AS is_sure
FROM attributions AS a
JOIN actors AS p ON p.actor_id = a.actor_id
JOIN citations AS c ON c.actor_id = a.actor_id
JOIN claim_topics AS t ON t.claim_id = a.claim_id AND t.actor_id = c.about
JOIN edtf AS k ON k.text = c.published
JOIN passages AS s ON s.passage_id = a.passage_id
JOIN writing_days AS w ON w.article_id = s.article_id
LEFT JOIN event_days AS d ON d.event_id = a.event_id
WHERE k.first_day <= coalesce(w.last_day, 3652059)
    AND k.first_day - 1 <= coalesce(d.last_day, 3652059)
    AND k.last_day + 1 >= coalesce(d.first_day, 1)
