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
-- places: attributions[link_ids].via basis, attributions[actor_ids].actor_id basis, articles[article_ids].publisher basis
-- message: {told}: {fault}
WITH faults AS (
    SELECT
        attribution.claim_id,
        attribution.attribution_id AS link_id,
        NULL AS actor_link_id,
        NULL AS article_id,
        'certain' AS verdict,
        'the chain comes back to itself' AS fault
    FROM chain_links AS link
    JOIN attributions AS attribution ON attribution.attribution_id = link.attribution_id
    WHERE link.attribution_id = link.through_id AND link.steps > 0
    UNION
    SELECT
        attribution.claim_id,
        other_link.through_id AS link_id,
        pair.attribution_id AS actor_link_id,
        NULL AS article_id,
        CASE WHEN actor.kind IN ('person', 'body') AND attribution.naming IN ('named', 'document') AND other_attribution.naming IN ('named', 'document') THEN 'certain' ELSE 'possible' END AS verdict,
        concat(actor.label, ' stands twice in one chain') AS fault
    FROM chain_links AS link
    JOIN attributions AS attribution ON attribution.attribution_id = link.attribution_id
    JOIN attributions AS other_attribution ON other_attribution.attribution_id = link.through_id AND other_attribution.actor_id = attribution.actor_id
    JOIN chain_links AS other_link ON other_link.attribution_id = link.attribution_id AND other_link.steps < link.steps
    JOIN attributions AS pair ON pair.attribution_id IN (attribution.attribution_id, other_attribution.attribution_id)
    JOIN actors AS actor ON actor.actor_id = attribution.actor_id
    WHERE link.attribution_id <> link.through_id
    UNION
    SELECT
        attribution.claim_id,
        attribution.attribution_id AS link_id,
        attribution.attribution_id AS actor_link_id,
        publisher.article_id,
        'certain' AS verdict,
        concat('the chain comes back to ', actor.label, ', which publishes the article') AS fault
    FROM attributions AS attribution
    JOIN passages AS passage ON passage.passage_id = attribution.passage_id
    JOIN own_actors AS publisher ON publisher.article_id = passage.article_id AND publisher.actor_id = attribution.actor_id
    JOIN actors AS actor ON actor.actor_id = attribution.actor_id
    WHERE attribution.via IS NOT NULL
)
SELECT
    faults.claim_id,
    min(faults.verdict) AS verdict,
    NULL AS reason,
    array_agg(DISTINCT faults.link_id) AS link_ids,
    array_agg(DISTINCT faults.actor_link_id) AS actor_ids,
    array_agg(DISTINCT faults.article_id) AS article_ids,
    coalesce(min(source.told), 'the sources of the claim') AS told,
    string_agg(DISTINCT faults.fault, '; ' ORDER BY faults.fault) AS fault
FROM faults AS faults
LEFT JOIN claim_sources AS source ON source.claim_id = faults.claim_id
GROUP BY faults.claim_id
