-- The end of every chain of sources: attributions through which nothing else reaches the article (of a circle,
-- the first in order of key), with the chain told from the article to its end.
SELECT e.attribution_id, e.claim_id, e.naming, e.actor_id, l.links, l.told, l.is_circle
FROM attributions AS e
JOIN (
    SELECT
        n.attribution_id,
        count(*) AS links,
        string_agg(coalesce(a.label, t.described, t.verb), ' ← ' ORDER BY n.steps DESC) AS told,
        bool_or(n.is_own) AS is_circle
    FROM (
        SELECT attribution_id, through_id, min(steps) AS steps, attribution_id = through_id AND max(steps) > 0 AS is_own
        FROM chain_links
        GROUP BY attribution_id, through_id
    ) AS n
    JOIN attributions AS t ON t.attribution_id = n.through_id
    LEFT JOIN actors AS a ON a.actor_id = t.actor_id
    GROUP BY n.attribution_id
) AS l ON l.attribution_id = e.attribution_id
LEFT JOIN (
    SELECT DISTINCT n.through_id
    FROM chain_links AS n
    LEFT JOIN chain_links AS b ON b.attribution_id = n.through_id AND b.through_id = n.attribution_id
    WHERE n.attribution_id <> n.through_id AND (b.attribution_id IS NULL OR n.attribution_id < n.through_id)
) AS middle ON middle.through_id = e.attribution_id
WHERE middle.through_id IS NULL
