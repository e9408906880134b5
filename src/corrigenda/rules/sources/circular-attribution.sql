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
        a.claim_id,
        a.attribution_id AS link_id,
        NULL AS actor_link_id,
        NULL AS article_id,
        'certain' AS verdict,
        'the chain comes back to itself' AS fault
    FROM chain_links AS l
    JOIN attributions AS a ON a.attribution_id = l.attribution_id
    WHERE l.attribution_id = l.through_id AND l.steps > 0
    UNION
    SELECT
        a.claim_id,
        b.through_id AS link_id,
        pair.attribution_id AS actor_link_id,
        NULL AS article_id,
        CASE WHEN s.kind IN ('person', 'body') AND a.naming IN ('named', 'document') AND t.naming IN ('named', 'document') THEN 'certain' ELSE 'possible' END AS verdict,
        concat(s.label, ' stands twice in one chain') AS fault
    FROM chain_links AS l
    JOIN attributions AS a ON a.attribution_id = l.attribution_id
    JOIN attributions AS t ON t.attribution_id = l.through_id AND t.actor_id = a.actor_id
    JOIN chain_links AS b ON b.attribution_id = l.attribution_id AND b.steps < l.steps
    JOIN attributions AS pair ON pair.attribution_id IN (a.attribution_id, t.attribution_id)
    JOIN actors AS s ON s.actor_id = a.actor_id
    WHERE l.attribution_id <> l.through_id
    UNION
    SELECT
        a.claim_id,
        a.attribution_id AS link_id,
        a.attribution_id AS actor_link_id,
        o.article_id,
        'certain' AS verdict,
        concat('the chain comes back to ', s.label, ', which publishes the article') AS fault
    FROM attributions AS a
    JOIN passages AS p ON p.passage_id = a.passage_id
    JOIN own_actors AS o ON o.article_id = p.article_id AND o.actor_id = a.actor_id
    JOIN actors AS s ON s.actor_id = a.actor_id
    WHERE a.via IS NOT NULL
)
SELECT
    f.claim_id,
    min(f.verdict) AS verdict,
    NULL AS reason,
    array_agg(DISTINCT f.link_id) AS link_ids,
    array_agg(DISTINCT f.actor_link_id) AS actor_ids,
    array_agg(DISTINCT f.article_id) AS article_ids,
    coalesce(min(s.told), 'the sources of the claim') AS told,
    string_agg(DISTINCT f.fault, '; ' ORDER BY f.fault) AS fault
FROM faults AS f
LEFT JOIN claim_sources AS s ON s.claim_id = f.claim_id
GROUP BY f.claim_id
