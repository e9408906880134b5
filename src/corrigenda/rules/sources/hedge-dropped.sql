-- A claim is stated as fact but takes for granted what the article gives only as hearsay, expected or possible.
--
-- Why it happens: The hedge is printed once, in the first sentence, and the next sentences go on as if the matter
-- were settled.
--
-- What is judged: What a claim takes for granted is a reading recorded in the tables, and it is followed for three
-- steps. The nearest hedged claim is named. A claim that is attributed is in somebody else's voice and fits. An
-- article may build on what somebody named says and on what is only expected, so these are only possible. What is
-- taken for granted is reported once, at the nearest claim that relies on it, the first in reading order.
--
-- To settle: Repeat the hedge, or find out whether what is taken for granted is so.
--
-- since: 0.2.0
-- severity: warning
-- subject: article
-- judges: grounded_claims by claim_id
-- places: claims.modality basis, claims.given basis, claims[path_ids].given basis, claims[ground_id].modality basis,
--   claims[more_ids].statement context
-- message: the claim[, like {more} more,] is told as a fact and takes for granted what is told {manner}: {ground}[ ({doubt})]
WITH hedged AS (
    SELECT
        ground.claim_id,
        ground.given AS ground_id,
        ground.steps,
        claim.modality,
        claim.statement,
        CASE
            WHEN claim.modality = 'anticipated' THEN 'a plan can be spoken of as one'
            WHEN claim.modality = 'reported' AND source.named > 0 THEN 'somebody named answers for it'
        END AS doubt,
        row_number() OVER (PARTITION BY ground.claim_id ORDER BY ground.steps) AS place
    FROM claim_grounds AS ground
    JOIN grounded_claims AS grounded ON grounded.claim_id = ground.claim_id
    JOIN claims AS claim ON claim.claim_id = ground.given AND claim.modality IN ('reported', 'anticipated', 'hedged')
    LEFT JOIN claim_sources AS source ON source.claim_id = claim.claim_id
),
alike AS (
    SELECT
        hedged.*,
        row_number() OVER same AS told,
        count(*) OVER later AS later,
        array_agg(hedged.claim_id) OVER later AS more_ids
    FROM hedged AS hedged
    JOIN claims AS claim ON claim.claim_id = hedged.claim_id
    WHERE hedged.place = 1
    WINDOW
        same AS (PARTITION BY hedged.ground_id ORDER BY hedged.steps, claim."start", hedged.claim_id),
        later AS (PARTITION BY hedged.ground_id ORDER BY hedged.steps, claim."start", hedged.claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
),
paths AS (
    SELECT alike.claim_id, array_agg(ground.given) AS path_ids
    FROM alike AS alike
    JOIN claim_grounds AS ground ON ground.claim_id = alike.claim_id AND ground.steps < alike.steps
    WHERE alike.told = 1
    GROUP BY alike.claim_id
)
SELECT
    alike.claim_id,
    CASE WHEN alike.doubt IS NULL THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    paths.path_ids,
    alike.ground_id,
    alike.statement AS ground,
    CASE alike.modality WHEN 'reported' THEN 'only as reported' WHEN 'anticipated' THEN 'only as expected' ELSE 'only as possible' END AS manner,
    alike.doubt,
    nullif(alike.later, 0) AS more,
    alike.more_ids
FROM alike AS alike
LEFT JOIN paths AS paths ON paths.claim_id = alike.claim_id
WHERE alike.told = 1
