-- Two chains of sources behind one claim that the article gets from different hands, each with somebody named in
-- it: told as two sources.
WITH chains AS (
    SELECT e.attribution_id, e.claim_id, e.told, a.attribution_id AS hand_id, a.actor_id
    FROM chain_ends AS e
    JOIN chain_links AS l ON l.attribution_id = e.attribution_id
    JOIN attributions AS a ON a.attribution_id = l.through_id AND a.via IS NULL
    WHERE NOT e.is_circle
        AND e.attribution_id IN (
            SELECT n.attribution_id FROM chain_links AS n
            JOIN attributions AS b ON b.attribution_id = n.through_id
            WHERE b.actor_id IS NOT NULL
        )
)
SELECT
    concat(f.attribution_id, ' ', s.attribution_id) AS pair_id,
    f.claim_id,
    f.attribution_id AS first_id,
    s.attribution_id AS second_id,
    f.told AS first_told,
    s.told AS second_told
FROM chains AS f
JOIN chains AS s
    ON s.claim_id = f.claim_id
    AND s.attribution_id > f.attribution_id
    AND s.hand_id <> f.hand_id
    AND coalesce(s.actor_id <> f.actor_id, TRUE)
