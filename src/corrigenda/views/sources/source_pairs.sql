-- Two chains of sources behind one claim that the article gets from different hands, each with somebody named in
-- it: they read as two sources. A hand is the one from whom the article has the chain.
-- grain: pair_id
WITH named_chains AS (
    SELECT DISTINCT link.attribution_id
    FROM chain_links AS link
    JOIN attributions AS named ON named.attribution_id = link.through_id
    WHERE named.actor_id IS NOT NULL
),
chains AS (
    SELECT chain.attribution_id, chain.claim_id, chain.told, hand.attribution_id AS hand_id, hand.actor_id
    FROM chain_ends AS chain
    JOIN named_chains AS named ON named.attribution_id = chain.attribution_id
    JOIN chain_links AS link ON link.attribution_id = chain.attribution_id
    JOIN attributions AS hand ON hand.attribution_id = link.through_id AND hand.via IS NULL
    WHERE NOT chain.is_circle
)
SELECT
    concat(first_chain.attribution_id, ' ', second_chain.attribution_id) AS pair_id,
    first_chain.claim_id,
    first_chain.attribution_id AS first_id,
    second_chain.attribution_id AS second_id,
    first_chain.told AS first_told,
    second_chain.told AS second_told
FROM chains AS first_chain
JOIN chains AS second_chain
    ON second_chain.claim_id = first_chain.claim_id
    AND second_chain.attribution_id > first_chain.attribution_id
    AND second_chain.hand_id <> first_chain.hand_id
    AND coalesce(second_chain.actor_id <> first_chain.actor_id, TRUE)
