-- Every claim of which a source reaches the article through another one.
-- grain: claim_id
SELECT DISTINCT claim_id FROM attributions WHERE via IS NOT NULL
