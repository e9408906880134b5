-- Every mention by name.
-- grain: mention_id
SELECT
    mention.mention_id,
    mention.claim_id,
    passage.article_id,
    mention."start",
    mention.event_id,
    mention.actor_id,
    mention.name_printed,
    mention.name_time,
    mention.title_printed,
    mention.office_id,
    actor.label AS actor
FROM mentions AS mention
JOIN passages AS passage ON passage.passage_id = mention.passage_id
JOIN actors AS actor ON actor.actor_id = mention.actor_id
WHERE mention.form = 'name' AND mention.name_printed IS NOT NULL
