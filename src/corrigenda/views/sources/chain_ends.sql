-- The end of every chain of sources: attributions through which nothing else reaches the article (of a circle,
-- the first in order of key), with the chain told from the article to its end.
SELECT attribution.attribution_id, attribution.claim_id, attribution.naming, attribution.actor_id, found.links, found.told, found.is_circle
FROM attributions AS attribution
JOIN (
    SELECT
        found.attribution_id,
        count(*) AS links,
        string_agg(coalesce(actor.label, attribution.described, attribution.verb), ' ← ' ORDER BY found.steps DESC) AS told,
        bool_or(found.is_own) AS is_circle
    FROM (
        SELECT attribution_id, through_id, min(steps) AS steps, attribution_id = through_id AND max(steps) > 0 AS is_own
        FROM chain_links
        GROUP BY attribution_id, through_id
    ) AS found
    JOIN attributions AS attribution ON attribution.attribution_id = found.through_id
    LEFT JOIN actors AS actor ON actor.actor_id = attribution.actor_id
    GROUP BY found.attribution_id
) AS found ON found.attribution_id = attribution.attribution_id
LEFT JOIN (
    SELECT DISTINCT link.through_id
    FROM chain_links AS link
    LEFT JOIN chain_links AS other_link ON other_link.attribution_id = link.through_id AND other_link.through_id = link.attribution_id
    WHERE link.attribution_id <> link.through_id AND (other_link.attribution_id IS NULL OR link.attribution_id < link.through_id)
) AS middle ON middle.through_id = attribution.attribution_id
WHERE middle.through_id IS NULL
