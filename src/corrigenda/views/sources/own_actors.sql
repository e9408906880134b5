-- Who publishes each article, as an actor: the one whose label or known name is what the article prints as its
-- publisher, capitals and "the" set aside.
SELECT DISTINCT article.article_id, found.actor_id
FROM articles AS article
JOIN (
    SELECT actor_id, label AS name FROM actors
    UNION
    SELECT actor_id, name FROM names WHERE actor_id IS NOT NULL
) AS found ON replace(concat(' ', upper(found.name)), ' THE ', ' ') = replace(concat(' ', upper(article.publisher)), ' THE ', ' ')
