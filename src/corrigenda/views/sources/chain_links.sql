-- Every attribution with each through which it reaches the article, itself at 0 steps; eight steps at most are
-- followed. One that reaches itself in more than 0 steps stands in a circle.
WITH near AS (
    SELECT attribution_id, attribution_id AS through_id, 0 AS steps FROM attributions
    UNION ALL
    SELECT attribution_id, via AS through_id, 1 AS steps FROM attributions WHERE via IS NOT NULL
),
further AS (
    SELECT DISTINCT n.attribution_id, f.through_id, n.steps + f.steps AS steps
    FROM near AS n
    JOIN near AS f ON f.attribution_id = n.through_id
),
far AS (
    SELECT DISTINCT n.attribution_id, f.through_id, n.steps + f.steps AS steps
    FROM further AS n
    JOIN further AS f ON f.attribution_id = n.through_id
)
SELECT DISTINCT n.attribution_id, f.through_id, n.steps + f.steps AS steps
FROM far AS n
JOIN far AS f ON f.attribution_id = n.through_id
