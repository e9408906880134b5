-- A claim is stated as fact but takes for granted what the article gives only as hearsay, expected or possible.
--
-- Why it happens: The hedge is printed once, in the first sentence, and the next sentences go on as if the matter
-- were settled.
--
-- What is judged: What a claim takes for granted is a reading recorded in the tables, and it is followed for three
-- steps. The nearest hedged claim is named. That somebody speaks of it, or declines to, takes nothing for granted. A
-- claim that is attributed is in somebody else's voice and fits. An article may build on what somebody named says,
-- so that fits as well, unless a word keeps a distance from it ("claims"): then it is possible. It may also speak of
-- a plan as one, so what is only expected is possible. What is taken for granted is reported once, at the nearest
-- claim that relies on it, the first in reading order.
--
-- To settle: Repeat the hedge, or find out whether what is taken for granted is so.
--
-- since: 0.2.0
-- severity: warning
-- subject: article
-- judges: grounded_claims by claim_id
-- places: claims.modality basis, claims.given basis, claims[path_ids].given basis, claims[ground_id].modality basis,
--   claims[more_ids].statement context
-- message: the claim[, like {more} more,] is stated as fact, but it takes for granted what is {manner}:
--   {ground}[ ({doubt})]
WITH hedged AS (
    SELECT
        ground.claim_id,
        ground.given AS ground_id,
        ground.steps,
        hedge.modality,
        hedge.statement,
        CASE
            WHEN hedge.modality = 'anticipated' THEN 'a plan can be spoken of as one'
            WHEN hedge.modality = 'reported' AND source.named > 0 THEN 'somebody named answers for it, at a distance'
        END AS doubt,
        row_number() OVER (PARTITION BY ground.claim_id ORDER BY ground.steps) AS place
    FROM grounded_claims AS grounded
    JOIN claim_grounds AS ground ON ground.claim_id = grounded.claim_id
    JOIN claims AS hedge
        ON hedge.claim_id = ground.given
        AND hedge.modality IN ('reported', 'anticipated', 'hedged')
    LEFT JOIN claim_sources AS source ON source.claim_id = hedge.claim_id
    WHERE hedge.modality <> 'reported'
        OR coalesce(source.named, 0) = 0
        OR EXISTS (
            SELECT 1 FROM attributions AS saying
            JOIN verbs AS verb ON verb.verb_id = saying.verb_id AND verb.stance = 'distant'
            WHERE saying.claim_id = hedge.claim_id
        )
),
alike AS (
    SELECT
        hedged.*,
        row_number() OVER same_ground AS ground_place,
        count(*) OVER later AS later,
        array_agg(hedged.claim_id) OVER later AS more_ids
    FROM hedged
    JOIN claims AS claim ON claim.claim_id = hedged.claim_id
    WHERE hedged.place = 1
    WINDOW
        same_ground AS (PARTITION BY hedged.ground_id ORDER BY hedged.steps, claim."start", hedged.claim_id),
        later AS (
            PARTITION BY hedged.ground_id
            ORDER BY hedged.steps, claim."start", hedged.claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        )
),
paths AS (
    SELECT alike.claim_id, array_agg(step.given) AS path_ids
    FROM alike
    JOIN claim_grounds AS step ON step.claim_id = alike.claim_id AND step.steps < alike.steps
    WHERE alike.ground_place = 1
    GROUP BY alike.claim_id
)
SELECT
    alike.claim_id,
    CASE WHEN alike.doubt IS NULL THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    path.path_ids,
    alike.ground_id,
    alike.statement AS ground,
    CASE alike.modality
        WHEN 'reported' THEN 'only reported'
        WHEN 'anticipated' THEN 'only expected'
        ELSE 'only called possible'
    END AS manner,
    alike.doubt,
    nullif(alike.later, 0) AS more,
    alike.more_ids
FROM alike
LEFT JOIN paths AS path ON path.claim_id = alike.claim_id
WHERE alike.ground_place = 1
