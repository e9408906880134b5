-- Every name that an article prints for an actor, at the first place where it is printed (turn among all), with how
-- often it does, and all its names together.
-- grain: mention_id
SELECT *
FROM (
    SELECT
        mention.mention_id,
        mention.claim_id,
        mention.article_id,
        mention.actor_id,
        mention.actor,
        mention.name_printed,
        coalesce(mention.name_time, 'unknown') AS name_time,
        printed.folded,
        printed.solid,
        count(*) OVER (PARTITION BY mention.article_id, mention.actor_id, printed.solid) AS times,
        count(*) OVER (PARTITION BY mention.article_id, mention.actor_id) AS all_times,
        row_number() OVER (PARTITION BY mention.article_id ORDER BY mention."start", mention.mention_id) AS turn,
        row_number(
            ) OVER (PARTITION BY mention.article_id,
            mention.actor_id,
            printed.solid ORDER BY mention."start",
            mention.mention_id
        ) AS place
    FROM printed_names AS mention
    JOIN folded AS printed ON printed.text = mention.name_printed
) AS placed
WHERE place = 1
