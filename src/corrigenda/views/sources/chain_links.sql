-- Every attribution with each through which it reaches the article, itself at 0 steps; eight steps at most are
-- followed. One that reaches itself in more than 0 steps stands in a circle.
WITH near AS (
    SELECT attribution_id, attribution_id AS through_id, 0 AS steps FROM attributions
    UNION ALL
    SELECT attribution_id, via AS through_id, 1 AS steps FROM attributions WHERE via IS NOT NULL
),
further AS (
    SELECT DISTINCT near.attribution_id, other_near.through_id, near.steps + other_near.steps AS steps
    FROM near AS near
    JOIN near AS other_near ON other_near.attribution_id = near.through_id
),
far AS (
    SELECT DISTINCT further.attribution_id, other_further.through_id, further.steps + other_further.steps AS steps
    FROM further AS further
    JOIN further AS other_further ON other_further.attribution_id = further.through_id
)
SELECT DISTINCT far.attribution_id, other_far.through_id, far.steps + other_far.steps AS steps
FROM far AS far
JOIN far AS other_far ON other_far.attribution_id = far.through_id
