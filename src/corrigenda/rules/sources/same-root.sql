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
        r.attribution_id,
        r.affiliation AS actor_id,
        array_agg(r.citation_id) AS citation_ids,
        concat(string_agg(r.told, ', ' ORDER BY r.citation_id), ' is known to retell it') AS told,
        bool_and(r.is_sure) AND count(*) = min(o.reports) AS is_sure
    FROM cited_reports AS r
    JOIN (SELECT attribution_id, count(*) AS reports FROM cited_reports GROUP BY attribution_id) AS o ON o.attribution_id = r.attribution_id
    WHERE r.naming = 'document' AND r.affiliation IS NOT NULL
    GROUP BY r.attribution_id, r.affiliation
),
knots AS (
    SELECT
        l.attribution_id AS end_id,
        a.attribution_id AS link_id,
        a.actor_id,
        l.steps = 0 AS is_root,
        NULL AS citation_ids,
        NULL AS told,
        CASE
            WHEN a.naming = 'document' THEN 'different papers of it may be meant'
            WHEN s.kind NOT IN ('person', 'body') THEN 'it may speak with several voices'
        END AS doubt
    FROM chain_links AS l
    JOIN attributions AS a ON a.attribution_id = l.through_id AND a.naming IN ('named', 'document')
    JOIN actors AS s ON s.actor_id = a.actor_id
    UNION ALL
    SELECT
        l.attribution_id AS end_id,
        l.through_id AS link_id,
        r.actor_id,
        TRUE AS is_root,
        r.citation_ids,
        r.told,
        CASE WHEN NOT r.is_sure THEN 'the article does not date the report that it cites, and another one may be meant' END AS doubt
    FROM chain_links AS l
    JOIN retold AS r ON r.attribution_id = l.through_id
),
shared AS (
    SELECT
        p.pair_id,
        f.actor_id,
        f.link_id AS first_link_id,
        s.link_id AS second_link_id,
        f.citation_ids AS first_citation_ids,
        s.citation_ids AS second_citation_ids,
        nullif(concat_ws('; ', f.told, s.told), '') AS retold,
        coalesce(f.doubt, s.doubt, CASE WHEN f.told IS NOT NULL AND s.told IS NOT NULL THEN 'they may retell different things of it' END) AS doubt,
        row_number() OVER (
            PARTITION BY p.pair_id
            ORDER BY f.doubt IS NOT NULL OR s.doubt IS NOT NULL OR (f.told IS NOT NULL AND s.told IS NOT NULL), f.told IS NOT NULL OR s.told IS NOT NULL, f.actor_id, f.link_id, s.link_id
        ) AS place
    FROM source_pairs AS p
    JOIN knots AS f ON f.end_id = p.first_id
    JOIN knots AS s ON s.end_id = p.second_id AND s.actor_id = f.actor_id
    WHERE f.is_root OR s.is_root
)
SELECT
    p.pair_id,
    CASE WHEN s.doubt IS NULL THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    p.first_told,
    p.second_told,
    s.first_link_id,
    s.second_link_id,
    s.first_citation_ids,
    s.second_citation_ids,
    a.label AS root,
    s.retold,
    s.doubt
FROM shared AS s
JOIN source_pairs AS p ON p.pair_id = s.pair_id
JOIN actors AS a ON a.actor_id = s.actor_id
WHERE s.place = 1
