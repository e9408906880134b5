-- The end of every chain of sources: attributions through which nothing else reaches the article (of a circle, the first
-- in order of key), with the chain written from the article to its end.
-- grain: attribution_id
SELECT
    source.attribution_id, -- The attribution at the end of the chain.
    source.claim_id, -- The claim that is attributed.
    source.naming, -- How the end is named: named, document, group, anonymous or none.
    source.actor_id, -- Who it is, if that is known.
    chain.links, -- How many attributions the chain has.
    chain.told AS chain, -- The chain in words, from the article to its end.
    chain.is_circle -- Whether the chain leads back into itself.
FROM attributions AS source
JOIN chain_ends_cells AS chain ON chain.attribution_id = source.attribution_id
