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
    SELECT e.claim_id, e.attribution_id, e.told, t.attribution_id AS teller_id, coalesce(a.label, t.described, t.verb) AS teller
    FROM chain_ends AS e
    JOIN attributions AS s ON s.attribution_id = e.attribution_id
    JOIN chain_links AS l ON l.attribution_id = e.attribution_id AND l.steps > 0
    JOIN attributions AS t ON t.attribution_id = l.through_id
    JOIN passages AS p ON p.passage_id = t.passage_id
    LEFT JOIN own_actors AS o ON o.article_id = p.article_id AND o.actor_id = t.actor_id
    LEFT JOIN actors AS a ON a.actor_id = t.actor_id
    WHERE e.naming IN ('named', 'document')
        AND NOT e.is_circle
        AND o.actor_id IS NULL
        AND NOT (
            t.naming IN ('named', 'document')
            AND (
                coalesce(t.affiliation = s.affiliation, FALSE)
                OR coalesce(t.affiliation = s.actor_id, FALSE)
                OR coalesce(t.actor_id = s.affiliation, FALSE)
            )
        )
)
SELECT
    t.claim_id,
    'certain' AS verdict,
    NULL AS reason,
    array_agg(DISTINCT t.attribution_id) AS end_ids,
    array_agg(DISTINCT t.teller_id) AS teller_ids,
    coalesce(string_agg(DISTINCT t.teller, ' and ' ORDER BY t.teller), 'others') AS tellers,
    coalesce(string_agg(DISTINCT t.told, '; ' ORDER BY t.told), 'nobody in the chain is printed') AS told
FROM tellers AS t
WHERE NOT EXISTS (
    SELECT 1 FROM chain_ends AS e
    WHERE e.claim_id = t.claim_id
        AND e.naming IN ('named', 'document')
        AND NOT e.is_circle
        AND NOT EXISTS (SELECT 1 FROM tellers AS o WHERE o.attribution_id = e.attribution_id)
)
GROUP BY t.claim_id
