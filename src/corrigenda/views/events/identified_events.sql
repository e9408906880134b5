-- Every told event that must be a known one, where the text names somebody who takes part.
SELECT i.event_id, i.claim_id, i.article_id
FROM identified_pairs AS i
JOIN party_agreements AS g ON g.event_id = i.event_id AND g.known_id = i.known_id
GROUP BY i.event_id, i.claim_id, i.article_id
-- grain: event_id
