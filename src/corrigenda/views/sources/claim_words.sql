-- Every attributed claim with the words that say who says it (where they are, and how they were read). Claims of the
-- same words are numbered in reading order as place; more counts those that follow, and more_ids are they.
-- grain: claim_id
WITH wordings AS (
    SELECT
        source.claim_id,
        concat_ws(
            '|', source.passage_id, source."start", source."end", source.naming, coalesce(source.actor_id, ''),
            coalesce(source.described, ''), coalesce(source.affiliation, ''), coalesce(source.verb, ''),
            coalesce(source.verb_id, ''), teller."start", teller."end"
        ) AS words
    FROM attributions AS source
    LEFT JOIN attributions AS teller ON teller.attribution_id = source.via
),
worded_claims AS (
    SELECT wording.claim_id, claim."start", string_agg(wording.words, '; ' ORDER BY wording.words) AS words
    FROM wordings AS wording
    JOIN claims AS claim ON claim.claim_id = wording.claim_id
    GROUP BY wording.claim_id, claim."start"
)
SELECT
    claim_id,
    words,
    row_number() OVER alike AS place,
    nullif(count(*) OVER later, 0) AS more,
    array_agg(claim_id) OVER later AS more_ids
FROM worded_claims
WINDOW
    alike AS (PARTITION BY words ORDER BY "start", claim_id),
    later AS (PARTITION BY words ORDER BY "start", claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
