-- Every attributed claim with the ends of its chains: how many end in somebody named, a document, a group,
-- people who are not named, or in nobody at all.
-- grain: claim_id
SELECT
    claim_id,
    count(*) AS chains,
    count(CASE WHEN naming IN ('named', 'document') THEN 1 END) AS named,
    count(CASE WHEN naming = 'group' THEN 1 END) AS grouped,
    count(CASE WHEN naming = 'anonymous' THEN 1 END) AS anonymous,
    count(CASE WHEN naming = 'none' THEN 1 END) AS nobody,
    array_agg(attribution_id) AS end_ids,
    string_agg(told, '; ' ORDER BY attribution_id) AS told
FROM chain_ends
GROUP BY claim_id
