-- Every attributed claim with the words that say who says it (where they stand, and how they were read). Claims of the
-- same words are numbered in reading order as place; more_ids are those that follow, and more says how many.
SELECT
    claim_id,
    words,
    place,
    CASE WHEN later > 0 THEN concat(CAST(later AS VARCHAR), CASE WHEN later = 1 THEN ' more claim' ELSE ' more claims' END) END AS more,
    more_ids
FROM (
    SELECT
        claim_id,
        words,
        row_number() OVER (PARTITION BY words ORDER BY "start", claim_id) AS place,
        count(*) OVER (PARTITION BY words ORDER BY "start", claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS later,
        array_agg(claim_id) OVER (PARTITION BY words ORDER BY "start", claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS more_ids
    FROM (
        SELECT found.claim_id, claim."start", string_agg(found.words, '; ' ORDER BY found.words) AS words
        FROM (
            SELECT
                attribution.claim_id,
                concat_ws(
                    '|', attribution.passage_id, attribution."start", attribution."end", attribution.naming, coalesce(attribution.actor_id, ''), coalesce(attribution.described, ''),
                    coalesce(attribution.affiliation, ''), coalesce(attribution.verb, ''), coalesce(attribution.verb_id, ''), other_attribution."start", other_attribution."end"
                ) AS words
            FROM attributions AS attribution
            LEFT JOIN attributions AS other_attribution ON other_attribution.attribution_id = attribution.via
        ) AS found
        JOIN claims AS claim ON claim.claim_id = found.claim_id
        GROUP BY found.claim_id, claim."start"
    ) AS told
) AS numbered
