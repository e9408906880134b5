-- Two chains of sources behind one claim that the article gets from different hands, each with somebody named in
-- it: told as two sources.
WITH chains AS (
    SELECT chain.attribution_id, chain.claim_id, chain.told, attribution.attribution_id AS hand_id, attribution.actor_id
    FROM chain_ends AS chain
    JOIN chain_links AS link ON link.attribution_id = chain.attribution_id
    JOIN attributions AS attribution ON attribution.attribution_id = link.through_id AND attribution.via IS NULL
    WHERE NOT chain.is_circle
        AND chain.attribution_id IN (
            SELECT link.attribution_id FROM chain_links AS link
            JOIN attributions AS attribution ON attribution.attribution_id = link.through_id
            WHERE attribution.actor_id IS NOT NULL
        )
)
SELECT
    concat(chains.attribution_id, ' ', other_chains.attribution_id) AS pair_id,
    chains.claim_id,
    chains.attribution_id AS first_id,
    other_chains.attribution_id AS second_id,
    chains.told AS first_told,
    other_chains.told AS second_told
FROM chains AS chains
JOIN chains AS other_chains
    ON other_chains.claim_id = chains.claim_id
    AND other_chains.attribution_id > chains.attribution_id
    AND other_chains.hand_id <> chains.hand_id
    AND coalesce(other_chains.actor_id <> chains.actor_id, TRUE)
