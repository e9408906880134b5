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
-- message: these are presented as two sources but have one root, {root}: {first_told}; {second_told}[; {retold}][;
--   {doubt}]
WITH report_counts AS (
    SELECT attribution_id, count(*) AS reports FROM cited_reports GROUP BY attribution_id
),
-- What a cited publisher is known to retell; sure where every report that may be meant retells the same.
retold AS (
    SELECT
        report.attribution_id,
        report.affiliation AS actor_id,
        array_agg(report.citation_id) AS citation_ids,
        concat(string_agg(report.told, ', ' ORDER BY report.citation_id), ' is known to retell it') AS told,
        bool_and(report.is_sure) AND count(*) = min(counted.reports) AS is_sure
    FROM cited_reports AS report
    JOIN report_counts AS counted ON counted.attribution_id = report.attribution_id
    WHERE report.naming = 'document' AND report.affiliation IS NOT NULL
    GROUP BY report.attribution_id, report.affiliation
),
-- Everybody in whom a chain can meet another one: a link of it, or somebody whom a link is known to retell.
knots AS (
    SELECT
        link.attribution_id AS end_id,
        source.attribution_id AS link_id,
        source.actor_id,
        link.steps = 0 AS is_root,
        FALSE AS is_retold,
        NULL AS citation_ids,
        NULL AS told,
        CASE
            WHEN source.naming = 'document' THEN 'different papers of it may be meant'
            WHEN actor.kind NOT IN ('person', 'body') THEN 'it may speak with several voices'
        END AS doubt
    FROM chain_links AS link
    JOIN attributions AS source
        ON source.attribution_id = link.through_id
        AND source.naming IN ('named', 'document')
    JOIN actors AS actor ON actor.actor_id = source.actor_id
    UNION ALL
    SELECT
        link.attribution_id AS end_id,
        link.through_id AS link_id,
        retold.actor_id,
        TRUE AS is_root,
        TRUE AS is_retold,
        retold.citation_ids,
        retold.told,
        CASE
            WHEN NOT retold.is_sure
                THEN 'the article does not date the report that it cites, and another one may be meant'
        END AS doubt
    FROM chain_links AS link
    JOIN retold ON retold.attribution_id = link.through_id
),
-- Two who come through the same middle have a root in common only where one of them ends there.
meetings AS (
    SELECT
        pair.pair_id,
        first_knot.actor_id,
        first_knot.link_id AS first_link_id,
        second_knot.link_id AS second_link_id,
        first_knot.citation_ids AS first_citation_ids,
        second_knot.citation_ids AS second_citation_ids,
        nullif(concat_ws('; ', first_knot.told, second_knot.told), '') AS retold,
        first_knot.is_retold OR second_knot.is_retold AS is_retold,
        coalesce(
            first_knot.doubt,
            second_knot.doubt,
            CASE WHEN first_knot.is_retold AND second_knot.is_retold THEN 'they may retell different things of it' END
        ) AS doubt
    FROM source_pairs AS pair
    JOIN knots AS first_knot ON first_knot.end_id = pair.first_id
    JOIN knots AS second_knot ON second_knot.end_id = pair.second_id AND second_knot.actor_id = first_knot.actor_id
    WHERE first_knot.is_root OR second_knot.is_root
),
ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY pair_id
            ORDER BY doubt IS NOT NULL, is_retold, actor_id, first_link_id, second_link_id
        ) AS place
    FROM meetings
)
SELECT
    pair.pair_id,
    CASE WHEN meeting.doubt IS NULL THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    pair.first_told,
    pair.second_told,
    meeting.first_link_id,
    meeting.second_link_id,
    meeting.first_citation_ids,
    meeting.second_citation_ids,
    root.label AS root,
    meeting.retold,
    meeting.doubt
FROM ranked AS meeting
JOIN source_pairs AS pair ON pair.pair_id = meeting.pair_id
JOIN actors AS root ON root.actor_id = meeting.actor_id
WHERE meeting.place = 1
