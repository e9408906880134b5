-- An event is presented as certain although it depends on one that the article itself calls expected or possible.
--
-- Why it happens: The consequence of a step is written with "will" while the step itself is still open.
--
-- What is judged: An event depends on another if its claim takes the claim of the other for granted (up to three
-- steps), or if it is said to be the same event or part of it. An order in time alone does not count. If the article
-- calls the other event both expected and certain, the rule takes it as certain. What a named source or a document
-- is reported to have said ("will cost, by an estimate of the ministry") is that source's certainty and not the
-- article's.
--
-- To settle: Make the consequence as open as its condition ("would"), or find out whether the condition is
-- settled.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: sure_events by event_id
-- places: dates[date_ids].phrase_id basis, dates[open_ids].phrase_id basis, claims[open_claim_id].modality basis,
--   claims[given_ids].given basis, relations.relation basis
-- message: "{as_printed}" presents this as certain: {label}. But it depends on something that is only {manner}:
--   {ground}
WITH own AS (
    SELECT sure.*
    FROM sure_events AS sure
    LEFT JOIN claims AS claim ON claim.claim_id = sure.claim_id AND claim.modality = 'reported'
    LEFT JOIN attributions AS source ON source.claim_id = claim.claim_id AND source.naming IN ('named', 'document')
    WHERE source.claim_id IS NULL
),
ties AS (
    SELECT sure.event_id, open.event_id AS open_id, NULL AS relation_id, ground.steps
    FROM own AS sure
    JOIN claim_grounds AS ground ON ground.claim_id = sure.claim_id
    JOIN open_events AS open ON open.claim_id = ground.given
    UNION ALL
    SELECT sure.event_id, open.event_id AS open_id, relation.relation_id, 4 AS steps
    FROM own AS sure
    JOIN relations AS relation
        ON (relation.event_id = sure.event_id AND relation.relation IN ('same', 'during'))
        OR (relation.other = sure.event_id AND relation.relation = 'same')
    JOIN open_events AS open ON open.event_id IN (relation.event_id, relation.other)
),
nearest AS (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY steps, open_id, relation_id) AS place FROM ties
),
paths AS (
    -- The claims on the way to the open one: the sure claim itself, and what each step before took for granted.
    SELECT
        nearest.event_id,
        array_agg(DISTINCT CASE WHEN ground.steps = 1 THEN ground.claim_id ELSE before.given END) AS given_ids
    FROM nearest
    JOIN sure_events AS sure ON sure.event_id = nearest.event_id
    JOIN claim_grounds AS ground ON ground.claim_id = sure.claim_id AND ground.steps <= nearest.steps
    LEFT JOIN claim_grounds AS before ON before.claim_id = sure.claim_id AND before.steps = ground.steps - 1
    WHERE nearest.place = 1 AND nearest.relation_id IS NULL
    GROUP BY nearest.event_id
)
SELECT
    sure.event_id,
    'certain' AS verdict,
    NULL AS reason,
    sure.date_ids,
    open.open_ids,
    open.open_claim_id,
    path.given_ids,
    nearest.relation_id,
    sure.as_printed,
    sure.label,
    open.manner,
    open.label AS ground
FROM nearest
JOIN sure_events AS sure ON sure.event_id = nearest.event_id
JOIN open_events AS open ON open.event_id = nearest.open_id
LEFT JOIN paths AS path ON path.event_id = nearest.event_id
WHERE nearest.place = 1
