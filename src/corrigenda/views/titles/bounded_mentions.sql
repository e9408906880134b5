-- Every mention that says something of a time: by a title, or by a name whose use is bounded.
-- grain: mention_id
SELECT mention_id, claim_id, article_id FROM titles
UNION
SELECT mention_id, claim_id, article_id FROM bounded_names
