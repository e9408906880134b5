-- Every attribution with each through which it reaches the article, itself at 0 steps; eight steps at most are
-- followed. One that reaches itself in more than 0 steps is part of a circle.
-- grain: attribution_id, through_id, steps
WITH one_step AS (
    SELECT attribution_id, attribution_id AS through_id, 0 AS steps FROM attributions
    UNION ALL
    SELECT attribution_id, via AS through_id, 1 AS steps FROM attributions WHERE via IS NOT NULL
),
two_steps AS (
    SELECT DISTINCT link.attribution_id, onward.through_id, link.steps + onward.steps AS steps
    FROM one_step AS link
    JOIN one_step AS onward ON onward.attribution_id = link.through_id
),
four_steps AS (
    SELECT DISTINCT link.attribution_id, onward.through_id, link.steps + onward.steps AS steps
    FROM two_steps AS link
    JOIN two_steps AS onward ON onward.attribution_id = link.through_id
)
SELECT DISTINCT link.attribution_id, onward.through_id, link.steps + onward.steps AS steps
FROM four_steps AS link
JOIN four_steps AS onward ON onward.attribution_id = link.through_id
