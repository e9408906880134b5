-- Two chains of sources behind one claim that the article gets from different hands, each with somebody named in
-- it: told as two sources.
SELECT
    concat(f.attribution_id, ' ', s.attribution_id) AS pair_id,
    f.claim_id,
    f.attribution_id AS first_id,
    s.attribution_id AS second_id,
    f.told AS first_told,
    s.told AS second_told
FROM chain_ends AS f
JOIN chain_ends AS s ON s.claim_id = f.claim_id AND s.attribution_id > f.attribution_id AND NOT s.is_circle
WHERE NOT f.is_circle
    AND EXISTS (
        SELECT 1
        FROM chain_links AS l
        JOIN attributions AS a ON a.attribution_id = l.through_id AND a.via IS NULL
        JOIN chain_links AS m ON m.attribution_id = s.attribution_id
        JOIN attributions AS b ON b.attribution_id = m.through_id AND b.via IS NULL
        WHERE l.attribution_id = f.attribution_id
            AND a.attribution_id <> b.attribution_id
            AND coalesce(a.actor_id <> b.actor_id, TRUE)
    )
    AND EXISTS (
        SELECT 1
        FROM chain_links AS l
        JOIN attributions AS a ON a.attribution_id = l.through_id
        WHERE l.attribution_id = f.attribution_id AND a.actor_id IS NOT NULL
    )
    AND EXISTS (
        SELECT 1
        FROM chain_links AS l
        JOIN attributions AS a ON a.attribution_id = l.through_id
        WHERE l.attribution_id = s.attribution_id AND a.actor_id IS NOT NULL
    )
