-- Every technical term printed as what a thing is called.
-- grain: mention_id
SELECT
    mention.mention_id,
    mention.claim_id,
    passage.article_id,
    mention.actor_id,
    mention.name_printed,
    actor.label AS actor,
    actor.topic
FROM mentions AS mention
JOIN passages AS passage ON passage.passage_id = mention.passage_id
LEFT JOIN actors AS actor ON actor.actor_id = mention.actor_id
WHERE mention.form = 'term' AND mention.name_printed IS NOT NULL
