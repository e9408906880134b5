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
-- places: attributions[end_ids].via basis, attributions[end_ids].naming basis, attributions[teller_ids].actor_id
--   context
-- message: the article knows the source of the claim only through {tellers}: {told}
WITH tellers AS (
    SELECT
        chain.claim_id,
        chain.attribution_id,
        chain.told,
        teller.attribution_id AS teller_id,
        coalesce(actor.label, teller.described, teller.verb) AS teller
    FROM chain_ends AS chain
    JOIN attributions AS source ON source.attribution_id = chain.attribution_id
    JOIN chain_links AS link ON link.attribution_id = chain.attribution_id AND link.steps > 0
    JOIN attributions AS teller ON teller.attribution_id = link.through_id
    JOIN passages AS passage ON passage.passage_id = teller.passage_id
    LEFT JOIN publishers AS publisher
        ON publisher.article_id = passage.article_id
        AND publisher.actor_id = teller.actor_id
    LEFT JOIN actors AS actor ON actor.actor_id = teller.actor_id
    WHERE chain.naming IN ('named', 'document')
        AND NOT chain.is_circle
        AND publisher.actor_id IS NULL
        AND NOT (
            -- A spokesperson of the same body is the body itself.
            teller.naming IN ('named', 'document')
            AND (
                coalesce(teller.affiliation = source.affiliation, FALSE)
                OR coalesce(teller.affiliation = source.actor_id, FALSE)
                OR coalesce(teller.actor_id = source.affiliation, FALSE)
            )
        )
),
seen_directly AS (
    SELECT chain.claim_id
    FROM chain_ends AS chain
    WHERE chain.naming IN ('named', 'document')
        AND NOT chain.is_circle
        AND NOT EXISTS (SELECT 1 FROM tellers AS teller WHERE teller.attribution_id = chain.attribution_id)
)
SELECT
    teller.claim_id,
    'certain' AS verdict,
    NULL AS reason,
    array_agg(DISTINCT teller.attribution_id) AS end_ids,
    array_agg(DISTINCT teller.teller_id) AS teller_ids,
    coalesce(string_agg(DISTINCT teller.teller, ' and ' ORDER BY teller.teller), 'others') AS tellers,
    coalesce(string_agg(DISTINCT teller.told, '; ' ORDER BY teller.told), 'nobody in the chain is printed') AS told
FROM tellers AS teller
WHERE NOT EXISTS (SELECT 1 FROM seen_directly AS seen WHERE seen.claim_id = teller.claim_id)
GROUP BY teller.claim_id
