-- Every reported event that the reference can be asked about by its day.
-- grain: event_id
SELECT event_id, claim_id, article_id FROM day_matches WHERE can_clash OR unsure_office
GROUP BY event_id, claim_id, article_id
