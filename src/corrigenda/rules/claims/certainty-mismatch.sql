-- An event is presented as certain although it depends on one that the article itself calls expected or possible.
--
-- Why it happens: The consequence of a step is written with "will" while the step itself is still open.
--
-- What is judged: An event depends on another if its claim takes the claim of the other for granted (up to three
-- steps), or if it is said to be the same event or part of it. An order in time alone does not count. If the
-- article calls the other event both expected and certain, the rule takes it as certain.
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
-- message: "{as_printed}" puts as certain: {label}; this hangs on what is told only as {manner}: {ground}
WITH open_events AS (
    SELECT
        event.event_id,
        event.claim_id,
        event.label,
        CASE WHEN count(phrase.phrase_id) = 0 THEN event.claim_id END AS open_claim_id,
        array_agg(CASE WHEN phrase.phrase_id IS NOT NULL THEN dated.date_id END) AS open_ids,
        CASE WHEN bool_or(coalesce(phrase.certainty = 'possible', FALSE) OR claim.modality = 'hedged') THEN 'possible' ELSE 'expected' END AS manner
    FROM events AS event
    JOIN claims AS claim ON claim.claim_id = event.claim_id
    LEFT JOIN dates AS dated ON dated.event_id = event.event_id
    LEFT JOIN phrases AS phrase ON phrase.phrase_id = dated.phrase_id AND phrase.certainty IN ('expected', 'possible')
    WHERE NOT EXISTS (SELECT 1 FROM sure_events AS other_sure WHERE other_sure.event_id = event.event_id)
    GROUP BY event.event_id, event.claim_id, event.label, claim.modality
    HAVING count(phrase.phrase_id) > 0 OR claim.modality IN ('anticipated', 'hedged')
),
ties AS (
    SELECT other_sure.event_id, other_open_events.event_id AS open_id, NULL AS relation_id, ground.steps
    FROM sure_events AS other_sure
    JOIN claim_grounds AS ground ON ground.claim_id = other_sure.claim_id
    JOIN open_events AS other_open_events ON other_open_events.claim_id = ground.given
    UNION ALL
    SELECT other_sure.event_id, other_open_events.event_id AS open_id, relation.relation_id, 4 AS steps
    FROM sure_events AS other_sure
    JOIN relations AS relation ON (relation.event_id = other_sure.event_id AND relation.relation IN ('same', 'during')) OR (relation.other = other_sure.event_id AND relation.relation = 'same')
    JOIN open_events AS other_open_events ON other_open_events.event_id IN (relation.event_id, relation.other)
),
nearest AS (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY steps, open_id, relation_id) AS place FROM ties
),
paths AS (
    SELECT nearest.event_id, array_agg(DISTINCT CASE WHEN ground.steps = 1 THEN ground.claim_id ELSE other_ground.given END) AS given_ids
    FROM nearest AS nearest
    JOIN sure_events AS sure ON sure.event_id = nearest.event_id
    JOIN claim_grounds AS ground ON ground.claim_id = sure.claim_id AND ground.steps <= nearest.steps
    LEFT JOIN claim_grounds AS other_ground ON other_ground.claim_id = sure.claim_id AND other_ground.steps = ground.steps - 1
    WHERE nearest.place = 1 AND nearest.relation_id IS NULL
    GROUP BY nearest.event_id
)
SELECT
    sure.event_id,
    'certain' AS verdict,
    NULL AS reason,
    sure.date_ids,
    open_events.open_ids,
    open_events.open_claim_id,
    paths.given_ids,
    nearest.relation_id,
    sure.as_printed,
    sure.label,
    open_events.manner,
    open_events.label AS ground
FROM nearest AS nearest
JOIN sure_events AS sure ON sure.event_id = nearest.event_id
JOIN open_events AS open_events ON open_events.event_id = nearest.open_id
LEFT JOIN paths AS paths ON paths.event_id = nearest.event_id
WHERE nearest.place = 1
