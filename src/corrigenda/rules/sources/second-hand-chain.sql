-- The article knows the named source of a claim only through somebody else.
--
-- Why it happens: What a person or a document says was taken from another paper, which may itself have taken it
-- from a third. Each retelling can lose a condition, a date or the context.
--
-- What is judged: A named person of the same body who speaks for the source is not a retelling. Neither is the
-- paper that publishes the article: its own interview is its own. One source that the article has seen itself is
-- enough. A chain that ends in unnamed people, or in a group, is left to other rules.
--
-- To settle: Find the speech, the paper or the recording itself, and cite that.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: retold_claims by claim_id
-- places: attributions[end_ids].naming basis, attributions[end_ids].via basis, attributions[teller_ids].actor_id context
-- message: the article knows the source of the claim only through {tellers}: {told}
WITH tellers AS (
    SELECT chain.claim_id, chain.attribution_id, chain.told, other_attribution.attribution_id AS teller_id, coalesce(actor.label, other_attribution.described, other_attribution.verb) AS teller
    FROM chain_ends AS chain
    JOIN attributions AS attribution ON attribution.attribution_id = chain.attribution_id
    JOIN chain_links AS link ON link.attribution_id = chain.attribution_id AND link.steps > 0
    JOIN attributions AS other_attribution ON other_attribution.attribution_id = link.through_id
    JOIN passages AS passage ON passage.passage_id = other_attribution.passage_id
    LEFT JOIN own_actors AS publisher ON publisher.article_id = passage.article_id AND publisher.actor_id = other_attribution.actor_id
    LEFT JOIN actors AS actor ON actor.actor_id = other_attribution.actor_id
    WHERE chain.naming IN ('named', 'document')
        AND NOT chain.is_circle
        AND publisher.actor_id IS NULL
        AND NOT (
            other_attribution.naming IN ('named', 'document')
            AND (
                coalesce(other_attribution.affiliation = attribution.affiliation, FALSE)
                OR coalesce(other_attribution.affiliation = attribution.actor_id, FALSE)
                OR coalesce(other_attribution.actor_id = attribution.affiliation, FALSE)
            )
        )
)
SELECT
    tellers.claim_id,
    'certain' AS verdict,
    NULL AS reason,
    array_agg(DISTINCT tellers.attribution_id) AS end_ids,
    array_agg(DISTINCT tellers.teller_id) AS teller_ids,
    coalesce(string_agg(DISTINCT tellers.teller, ' and ' ORDER BY tellers.teller), 'others') AS tellers,
    coalesce(string_agg(DISTINCT tellers.told, '; ' ORDER BY tellers.told), 'nobody in the chain is printed') AS told
FROM tellers AS tellers
WHERE NOT EXISTS (
    SELECT 1 FROM chain_ends AS chain
    WHERE chain.claim_id = tellers.claim_id
        AND chain.naming IN ('named', 'document')
        AND NOT chain.is_circle
        AND NOT EXISTS (SELECT 1 FROM tellers AS other_tellers WHERE other_tellers.attribution_id = chain.attribution_id)
)
GROUP BY tellers.claim_id
