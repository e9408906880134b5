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
        ev.event_id,
        ev.claim_id,
        ev.label,
        CASE WHEN count(p.phrase_id) = 0 THEN ev.claim_id END AS open_claim_id,
        array_agg(CASE WHEN p.phrase_id IS NOT NULL THEN d.date_id END) AS open_ids,
        CASE WHEN bool_or(coalesce(p.certainty = 'possible', FALSE) OR c.modality = 'hedged') THEN 'possible' ELSE 'expected' END AS manner
    FROM events AS ev
    JOIN claims AS c ON c.claim_id = ev.claim_id
    LEFT JOIN dates AS d ON d.event_id = ev.event_id
    LEFT JOIN phrases AS p ON p.phrase_id = d.phrase_id AND p.certainty IN ('expected', 'possible')
    WHERE NOT EXISTS (SELECT 1 FROM sure_events AS s WHERE s.event_id = ev.event_id)
    GROUP BY ev.event_id, ev.claim_id, ev.label, c.modality
    HAVING count(p.phrase_id) > 0 OR c.modality IN ('anticipated', 'hedged')
),
ties AS (
    SELECT s.event_id, o.event_id AS open_id, NULL AS relation_id, g.steps
    FROM sure_events AS s
    JOIN claim_grounds AS g ON g.claim_id = s.claim_id
    JOIN open_events AS o ON o.claim_id = g.given
    UNION ALL
    SELECT s.event_id, o.event_id AS open_id, r.relation_id, 4 AS steps
    FROM sure_events AS s
    JOIN relations AS r ON (r.event_id = s.event_id AND r.relation IN ('same', 'during')) OR (r.other = s.event_id AND r.relation = 'same')
    JOIN open_events AS o ON o.event_id IN (r.event_id, r.other)
),
nearest AS (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY steps, open_id, relation_id) AS place FROM ties
),
paths AS (
    SELECT n.event_id, array_agg(DISTINCT CASE WHEN g.steps = 1 THEN g.claim_id ELSE b.given END) AS given_ids
    FROM nearest AS n
    JOIN sure_events AS s ON s.event_id = n.event_id
    JOIN claim_grounds AS g ON g.claim_id = s.claim_id AND g.steps <= n.steps
    LEFT JOIN claim_grounds AS b ON b.claim_id = s.claim_id AND b.steps = g.steps - 1
    WHERE n.place = 1 AND n.relation_id IS NULL
    GROUP BY n.event_id
)
SELECT
    s.event_id,
    'certain' AS verdict,
    NULL AS reason,
    s.date_ids,
    o.open_ids,
    o.open_claim_id,
    p.given_ids,
    n.relation_id,
    s.as_printed,
    s.label,
    o.manner,
    o.label AS ground
FROM nearest AS n
JOIN sure_events AS s ON s.event_id = n.event_id
JOIN open_events AS o ON o.event_id = n.open_id
LEFT JOIN paths AS p ON p.event_id = n.event_id
WHERE n.place = 1
