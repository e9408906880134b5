-- Every told event that has a contrary kind and is about a thing or an office of which the reference knows an event on that day.
SELECT event_id, claim_id, article_id FROM contrary_pairs GROUP BY event_id, claim_id, article_id
-- grain: event_id
