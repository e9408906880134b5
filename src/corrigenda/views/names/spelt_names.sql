-- Every name of the reference that an article prints: spelt the same, or heard the same where it is romanised.
-- grain: article_id, name_id
SELECT DISTINCT mention.article_id, name_match.name_id
FROM name_matches AS name_match
JOIN printed_names AS mention ON mention.mention_id = name_match.mention_id
WHERE name_match.is_same AND name_match.name_id IS NOT NULL
