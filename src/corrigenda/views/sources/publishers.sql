-- Who publishes each article, as an actor: everyone whose label or known name is what the article prints as its
-- publisher, capitals and "the" set aside.
-- grain: article_id, actor_id
WITH known_names AS (
    SELECT actor_id, label AS name FROM actors
    UNION
    SELECT actor_id, name FROM names WHERE actor_id IS NOT NULL
)
SELECT DISTINCT article.article_id, known.actor_id
FROM articles AS article
JOIN known_names AS known
    ON replace(concat(' ', upper(known.name)), ' THE ', ' ')
    = replace(concat(' ', upper(article.publisher)), ' THE ', ' ')
