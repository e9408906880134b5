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
        SELECT w.claim_id, c."start", string_agg(w.words, '; ' ORDER BY w.words) AS words
        FROM (
            SELECT
                a.claim_id,
                concat_ws(
                    '|', a.passage_id, a."start", a."end", a.naming, coalesce(a.actor_id, ''), coalesce(a.described, ''),
                    coalesce(a.affiliation, ''), coalesce(a.verb, ''), coalesce(a.verb_id, ''), v."start", v."end"
                ) AS words
            FROM attributions AS a
            LEFT JOIN attributions AS v ON v.attribution_id = a.via
        ) AS w
        JOIN claims AS c ON c.claim_id = w.claim_id
        GROUP BY w.claim_id, c."start"
    ) AS told
) AS numbered
