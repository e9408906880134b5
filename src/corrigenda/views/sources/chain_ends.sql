-- The end of every chain of sources: attributions through which nothing else reaches the article (of a circle,
-- the first in order of key), with the chain written from the article to its end.
-- grain: attribution_id
WITH links AS (
    SELECT
        attribution_id,
        through_id,
        min(steps) AS steps,
        attribution_id = through_id AND max(steps) > 0 AS is_circle
    FROM chain_links
    GROUP BY attribution_id, through_id
),
told AS (
    SELECT
        link.attribution_id,
        count(*) AS links,
        string_agg(
            coalesce(actor.label, through.described, through.verb), ', citing ' ORDER BY link.steps DESC
        ) AS told,
        bool_or(link.is_circle) AS is_circle
    FROM links AS link
    JOIN attributions AS through ON through.attribution_id = link.through_id
    LEFT JOIN actors AS actor ON actor.actor_id = through.actor_id
    GROUP BY link.attribution_id
),
middles AS (
    -- In a circle each reaches the article through each other: its first one counts as the end.
    SELECT DISTINCT link.through_id
    FROM links AS link
    LEFT JOIN links AS back ON back.attribution_id = link.through_id AND back.through_id = link.attribution_id
    WHERE link.attribution_id <> link.through_id
        AND (back.attribution_id IS NULL OR link.attribution_id < link.through_id)
)
SELECT
    source.attribution_id,
    source.claim_id,
    standing.naming,
    source.actor_id,
    told.links,
    told.told,
    told.is_circle
FROM attributions AS source
JOIN source_standings AS standing ON standing.attribution_id = source.attribution_id
JOIN told ON told.attribution_id = source.attribution_id
LEFT JOIN middles AS middle ON middle.through_id = source.attribution_id
WHERE middle.through_id IS NULL
