-- Every printed title by a broader office of somebody who held a narrower one within it, once for each narrower office,
-- unless the article names that one for the person elsewhere.
-- grain: mention_id, narrow_id
SELECT
    concat(title.mention_id, ' ', scope.counts_id) AS broad_id,
    title.mention_id,
    title.claim_id,
    title.article_id,
    title.event_id,
    title.title_time,
    title.actor_id,
    title.title_printed,
    scope.counts_id AS narrow_id,
    array_agg(term.tenure_id) AS term_ids,
    string_agg(term.term, ', ' ORDER BY term.tenure_id) AS terms
FROM titles AS title
JOIN office_scope AS scope ON scope.office_id = title.office_id AND scope.counts_id <> title.office_id
JOIN term_words AS term ON term.actor_id = title.actor_id AND term.office_id = scope.counts_id
LEFT JOIN titles AS elsewhere
    ON elsewhere.article_id = title.article_id
    AND elsewhere.actor_id = title.actor_id
    AND elsewhere.office_id = scope.counts_id
WHERE title.title_printed IS NOT NULL AND elsewhere.mention_id IS NULL
GROUP BY
    title.mention_id,
    title.claim_id,
    title.article_id,
    title.event_id,
    title.title_time,
    title.actor_id,
    title.title_printed,
    scope.counts_id
