-- The sources of a claim form a circle, name one source twice, or lead back to the publisher of the article.
--
-- Why it happens: A paper cites an agency that had cited the paper, or a person is quoted from a report that rests
-- on the same person. However long the chain, nobody outside it confirms the claim.
--
-- What is judged: A body that quotes one of its own people is no circle, and neither is the paper's own interview.
-- A state or a group can speak with several voices, so finding one of these twice is only possible. Chains are
-- followed for eight links.
--
-- To settle: Find out who said it first, and drop the links that only lead back to them.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: retold_claims by claim_id
-- places: attributions[link_ids].via basis, attributions[actor_ids].actor_id basis, articles[article_ids].publisher
--   basis
-- message: {told}: {fault}
WITH faults AS (
    SELECT
        source.claim_id,
        source.attribution_id AS link_id,
        NULL AS actor_link_id,
        NULL AS article_id,
        'certain' AS verdict,
        'the chain comes back to itself' AS fault
    FROM chain_links AS link
    JOIN attributions AS source ON source.attribution_id = link.attribution_id
    WHERE link.attribution_id = link.through_id AND link.steps > 0
    UNION
    -- Two links of one chain name the same actor; each link between them is part of the fault.
    SELECT
        source.claim_id,
        middle.through_id AS link_id,
        one_of_two.attribution_id AS actor_link_id,
        NULL AS article_id,
        CASE
            WHEN actor.kind IN ('person', 'body')
                AND source.naming IN ('named', 'document')
                AND again.naming IN ('named', 'document')
                THEN 'certain'
            ELSE 'possible'
        END AS verdict,
        concat(actor.label, ' occurs twice in one chain') AS fault
    FROM chain_links AS link
    JOIN attributions AS source ON source.attribution_id = link.attribution_id
    JOIN attributions AS again ON again.attribution_id = link.through_id AND again.actor_id = source.actor_id
    JOIN chain_links AS middle ON middle.attribution_id = link.attribution_id AND middle.steps < link.steps
    JOIN attributions AS one_of_two ON one_of_two.attribution_id IN (source.attribution_id, again.attribution_id)
    JOIN actors AS actor ON actor.actor_id = source.actor_id
    WHERE link.attribution_id <> link.through_id
    UNION
    SELECT
        source.claim_id,
        source.attribution_id AS link_id,
        source.attribution_id AS actor_link_id,
        publisher.article_id,
        'certain' AS verdict,
        concat('the chain comes back to ', actor.label, ', which publishes the article') AS fault
    FROM attributions AS source
    JOIN passages AS passage ON passage.passage_id = source.passage_id
    JOIN publishers AS publisher
        ON publisher.article_id = passage.article_id
        AND publisher.actor_id = source.actor_id
    JOIN actors AS actor ON actor.actor_id = source.actor_id
    WHERE source.via IS NOT NULL
)
SELECT
    fault.claim_id,
    CASE WHEN bool_or(fault.verdict = 'certain') THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    array_agg(DISTINCT fault.link_id) AS link_ids,
    array_agg(DISTINCT fault.actor_link_id) AS actor_ids,
    array_agg(DISTINCT fault.article_id) AS article_ids,
    coalesce(min(source.told), 'the sources of the claim') AS told,
    string_agg(DISTINCT fault.fault, '; ' ORDER BY fault.fault) AS fault
FROM faults AS fault
LEFT JOIN claim_sources AS source ON source.claim_id = fault.claim_id
GROUP BY fault.claim_id
