-- Every actor to whom an article gives more than one name, with the claim of the latest.
-- grain: varied_id
SELECT
    concat(article_id, ' ', actor_id) AS varied_id,
    article_id,
    actor_id,
    actor,
    max_by(claim_id, turn) AS claim_id
FROM first_mentions
WHERE times < all_times
GROUP BY article_id, actor_id, actor
