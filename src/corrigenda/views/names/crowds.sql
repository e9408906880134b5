-- What has more than a hundred texts or amounts, so that a printed one is compared with the likely ones alone
-- (likely_pairs, likely_figures): the names of one actor, the names printed for one actor in one article, the titles
-- of one office, the names of the weapons and programmes of one topic ('' for those of none), the figures of one thing.
-- grain: sort, owner_id
SELECT sort, owner_id
FROM (
    SELECT 'name' AS sort, actor_id AS owner_id FROM names WHERE actor_id IS NOT NULL
    UNION ALL
    SELECT 'article' AS sort, concat(article_id, ' ', actor_id) AS owner_id FROM first_mentions
    UNION ALL
    SELECT 'title' AS sort, office_id AS owner_id FROM names WHERE office_id IS NOT NULL
    UNION ALL
    SELECT 'term' AS sort, coalesce(actor.topic, '') AS owner_id
    FROM names AS name
    JOIN actors AS actor ON actor.actor_id = name.actor_id AND actor.kind IN ('weapon', 'programme')
    UNION ALL
    SELECT 'figure' AS sort, concat_ws(' ', about, measure, currency, unit) AS owner_id FROM figures
) AS listed
GROUP BY sort, owner_id
HAVING count(*) > 100
