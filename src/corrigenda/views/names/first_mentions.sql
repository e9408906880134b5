-- Every name that an article prints for an actor, at the first place where it stands (turn among all), with how
-- often it does, and all its names together.
SELECT *
FROM (
    SELECT
        p.mention_id,
        p.claim_id,
        p.article_id,
        p.actor_id,
        p.actor,
        p.name_printed,
        coalesce(p.name_time, 'unknown') AS name_time,
        f.folded,
        f.solid,
        count(*) OVER (PARTITION BY p.article_id, p.actor_id, f.solid) AS times,
        count(*) OVER (PARTITION BY p.article_id, p.actor_id) AS all_times,
        row_number() OVER (PARTITION BY p.article_id ORDER BY p."start", p.mention_id) AS turn,
        row_number() OVER (PARTITION BY p.article_id, p.actor_id, f.solid ORDER BY p."start", p.mention_id) AS place
    FROM printed_names AS p
    JOIN folded AS f ON f.text = p.name_printed
) AS placed
WHERE place = 1
