-- Every reported event whose place can be compared with that of a known one.
-- grain: event_id
SELECT event_id, claim_id, article_id FROM placed_pairs GROUP BY event_id, claim_id, article_id
