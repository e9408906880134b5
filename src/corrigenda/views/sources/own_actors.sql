-- Who publishes each article, as an actor: the one whose label or known name is what the article prints as its
-- publisher, capitals and "the" set aside.
SELECT DISTINCT a.article_id, n.actor_id
FROM articles AS a
JOIN (
    SELECT actor_id, label AS name FROM actors
    UNION
    SELECT actor_id, name FROM names WHERE actor_id IS NOT NULL
) AS n ON replace(concat(' ', upper(n.name)), ' THE ', ' ') = replace(concat(' ', upper(a.publisher)), ' THE ', ' ')
