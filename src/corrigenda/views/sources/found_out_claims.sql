-- Every claim of a fact that somebody else must have found out (needs_source), but for opinions and for what is put as
-- reported by others or marked as hearsay; with whether somebody is said to say it. is_sourced where the claim, one
-- that it takes for granted or another such claim of the paragraph has a source, or somebody is named in it as its
-- source. Claims of one passage and sort without one are numbered in reading order as place; more_ids are the later
-- ones.
-- grain: claim_id
WITH sourced AS (
    SELECT claim_id FROM attributions WHERE naming <> 'none'
    UNION
    SELECT claim_id FROM mentions WHERE part = 'source'
),
placed AS (
    SELECT
        claim.claim_id,
        claim.needs_source,
        claim.modality,
        passage.article_id,
        claim.passage_id,
        claim."start",
        passage.paragraph,
        sourced.claim_id IS NOT NULL AS has_source
    FROM claims AS claim
    JOIN passages AS passage ON passage.passage_id = claim.passage_id
    LEFT JOIN sourced ON sourced.claim_id = claim.claim_id
    WHERE claim.needs_source IS NOT NULL
),
grounded AS (
    SELECT DISTINCT ground.claim_id
    FROM claim_grounds AS ground
    JOIN sourced ON sourced.claim_id = ground.given
),
judged AS (
    SELECT
        claim.claim_id,
        claim.article_id,
        claim.passage_id,
        claim."start",
        claim.needs_source,
        claim.has_source
        OR grounded.claim_id IS NOT NULL
        OR EXISTS (
            SELECT 1 FROM placed AS nearby
            WHERE nearby.article_id = claim.article_id
                AND nearby.paragraph = claim.paragraph
                AND nearby.needs_source = claim.needs_source
                AND nearby.has_source
        ) AS is_sourced
    FROM placed AS claim
    LEFT JOIN grounded ON grounded.claim_id = claim.claim_id
    WHERE claim.modality <> 'opinion' AND claim.claim_id NOT IN (SELECT claim_id FROM second_hand_claims)
)
SELECT
    claim_id,
    article_id,
    needs_source,
    is_sourced,
    row_number() OVER alike AS place,
    count(*) OVER later AS later,
    array_agg(claim_id) OVER later AS more_ids
FROM judged
WINDOW
    alike AS (PARTITION BY passage_id, needs_source, is_sourced ORDER BY "start", claim_id),
    later AS (
        PARTITION BY passage_id, needs_source, is_sourced
        ORDER BY "start", claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
    )
