-- Every reported event that must be a known one, where the text names somebody who takes part.
-- grain: event_id
SELECT pair.event_id, pair.claim_id, pair.article_id
FROM identified_pairs AS pair
JOIN party_agreements AS named ON named.event_id = pair.event_id AND named.known_id = pair.known_id
GROUP BY pair.event_id, pair.claim_id, pair.article_id
