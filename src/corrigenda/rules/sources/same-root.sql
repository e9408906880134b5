-- Two sources that the article presents as independent go back to one.
--
-- Why it happens: One paper retells another, or both have it from the same person or agency, and the article
-- counts them twice.
--
-- What is judged: Two sources have one root if the article names the same end for both, or names one as a source
-- of the other. They also have one root if the reference says that a report of one retells the other, or that both
-- retell a third. A state or a group can speak with several voices, so that is only possible. It is also only
-- possible if the article does not date the report, because it may mean another one. Two sources that come through
-- the same intermediary are not presented as independent.
--
-- To settle: Cite the root, and say that the others retell it.
--
-- since: 0.2.0
-- severity: warning
-- subject: article
-- judges: source_pairs by pair_id
-- places: attributions[first_link_id].actor_id basis, attributions[second_link_id].actor_id basis,
--   citations[first_citation_ids].affiliation basis, citations[first_citation_ids].naming basis,
--   citations[second_citation_ids].affiliation basis, citations[second_citation_ids].naming basis
-- message: {first_told} and {second_told} are told as two sources and have one root: {root}[; {retold}][; {doubt}]
WITH retold AS (
    SELECT
        report.attribution_id,
        report.affiliation AS actor_id,
        array_agg(report.citation_id) AS citation_ids,
        concat(string_agg(report.told, ', ' ORDER BY report.citation_id), ' is known to retell it') AS told,
        bool_and(report.is_sure) AND count(*) = min(found.reports) AS is_sure
    FROM cited_reports AS report
    JOIN (SELECT attribution_id, count(*) AS reports FROM cited_reports GROUP BY attribution_id) AS found ON found.attribution_id = report.attribution_id
    WHERE report.naming = 'document' AND report.affiliation IS NOT NULL
    GROUP BY report.attribution_id, report.affiliation
),
knots AS (
    SELECT
        link.attribution_id AS end_id,
        attribution.attribution_id AS link_id,
        attribution.actor_id,
        link.steps = 0 AS is_root,
        NULL AS citation_ids,
        NULL AS told,
        CASE
            WHEN attribution.naming = 'document' THEN 'different papers of it may be meant'
            WHEN other_actor.kind NOT IN ('person', 'body') THEN 'it may speak with several voices'
        END AS doubt
    FROM chain_links AS link
    JOIN attributions AS attribution ON attribution.attribution_id = link.through_id AND attribution.naming IN ('named', 'document')
    JOIN actors AS other_actor ON other_actor.actor_id = attribution.actor_id
    UNION ALL
    SELECT
        link.attribution_id AS end_id,
        link.through_id AS link_id,
        retold.actor_id,
        TRUE AS is_root,
        retold.citation_ids,
        retold.told,
        CASE WHEN NOT retold.is_sure THEN 'the article does not date the report that it cites, and another one may be meant' END AS doubt
    FROM chain_links AS link
    JOIN retold AS retold ON retold.attribution_id = link.through_id
),
shared AS (
    SELECT
        pair.pair_id,
        knots.actor_id,
        knots.link_id AS first_link_id,
        other_knots.link_id AS second_link_id,
        knots.citation_ids AS first_citation_ids,
        other_knots.citation_ids AS second_citation_ids,
        nullif(concat_ws('; ', knots.told, other_knots.told), '') AS retold,
        coalesce(knots.doubt, other_knots.doubt, CASE WHEN knots.told IS NOT NULL AND other_knots.told IS NOT NULL THEN 'they may retell different things of it' END) AS doubt,
        row_number() OVER (
            PARTITION BY pair.pair_id
            ORDER BY knots.doubt IS NOT NULL OR other_knots.doubt IS NOT NULL OR (knots.told IS NOT NULL AND other_knots.told IS NOT NULL), knots.told IS NOT NULL OR other_knots.told IS NOT NULL, knots.actor_id, knots.link_id, other_knots.link_id
        ) AS place
    FROM source_pairs AS pair
    JOIN knots AS knots ON knots.end_id = pair.first_id
    JOIN knots AS other_knots ON other_knots.end_id = pair.second_id AND other_knots.actor_id = knots.actor_id
    WHERE knots.is_root OR other_knots.is_root
)
SELECT
    pair.pair_id,
    CASE WHEN shared.doubt IS NULL THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    pair.first_told,
    pair.second_told,
    shared.first_link_id,
    shared.second_link_id,
    shared.first_citation_ids,
    shared.second_citation_ids,
    actor.label AS root,
    shared.retold,
    shared.doubt
FROM shared AS shared
JOIN source_pairs AS pair ON pair.pair_id = shared.pair_id
JOIN actors AS actor ON actor.actor_id = shared.actor_id
WHERE shared.place = 1
