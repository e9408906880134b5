-- Every event that the article itself only expects or holds possible (manner): by a word of certainty printed with it
-- (open_ids), or else by the modality of its claim (open_claim_id). What is called certain as well is left out,
-- and so is what is over ("an inquiry will follow, the minister said": the saying is not expected).
-- grain: event_id
SELECT
    event.event_id,
    event.claim_id,
    event.label,
    CASE WHEN count(phrase.phrase_id) = 0 THEN event.claim_id END AS open_claim_id,
    array_agg(CASE WHEN phrase.phrase_id IS NOT NULL THEN printed.date_id END) AS open_ids,
    CASE
        WHEN bool_or(coalesce(phrase.certainty = 'possible', FALSE) OR claim.modality = 'hedged') THEN 'possible'
        ELSE 'expected'
    END AS manner
FROM events AS event
JOIN claims AS claim ON claim.claim_id = event.claim_id
LEFT JOIN dates AS printed ON printed.event_id = event.event_id
LEFT JOIN phrases AS phrase ON phrase.phrase_id = printed.phrase_id AND phrase.certainty IN ('expected', 'possible')
WHERE NOT EXISTS (SELECT 1 FROM sure_events AS sure WHERE sure.event_id = event.event_id)
GROUP BY event.event_id, event.claim_id, event.label, event.tense, claim.modality
HAVING count(phrase.phrase_id) > 0
    OR claim.modality = 'hedged'
    OR (claim.modality = 'anticipated' AND event.tense <> 'past')
