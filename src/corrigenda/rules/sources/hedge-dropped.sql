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
        g.claim_id,
        g.given AS ground_id,
        g.steps,
        c.modality,
        c.statement,
        CASE
            WHEN c.modality = 'anticipated' THEN 'a plan can be spoken of as one'
            WHEN c.modality = 'reported' AND s.named > 0 THEN 'somebody named answers for it'
        END AS doubt,
        row_number() OVER (PARTITION BY g.claim_id ORDER BY g.steps) AS place
    FROM claim_grounds AS g
    JOIN grounded_claims AS n ON n.claim_id = g.claim_id
    JOIN claims AS c ON c.claim_id = g.given AND c.modality IN ('reported', 'anticipated', 'hedged')
    LEFT JOIN claim_sources AS s ON s.claim_id = c.claim_id
),
alike AS (
    SELECT
        h.*,
        row_number() OVER same AS told,
        count(*) OVER later AS later,
        array_agg(h.claim_id) OVER later AS more_ids
    FROM hedged AS h
    JOIN claims AS c ON c.claim_id = h.claim_id
    WHERE h.place = 1
    WINDOW
        same AS (PARTITION BY h.ground_id ORDER BY h.steps, c."start", h.claim_id),
        later AS (PARTITION BY h.ground_id ORDER BY h.steps, c."start", h.claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
),
paths AS (
    SELECT h.claim_id, array_agg(p.given) AS path_ids
    FROM alike AS h
    JOIN claim_grounds AS p ON p.claim_id = h.claim_id AND p.steps < h.steps
    WHERE h.told = 1
    GROUP BY h.claim_id
)
SELECT
    h.claim_id,
    CASE WHEN h.doubt IS NULL THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    p.path_ids,
    h.ground_id,
    h.statement AS ground,
    CASE h.modality WHEN 'reported' THEN 'only as reported' WHEN 'anticipated' THEN 'only as expected' ELSE 'only as possible' END AS manner,
    h.doubt,
    nullif(h.later, 0) AS more,
    h.more_ids
FROM alike AS h
LEFT JOIN paths AS p ON p.claim_id = h.claim_id
WHERE h.told = 1
