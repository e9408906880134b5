-- Every tie of the reference that a tie printed in an article is compared with.
-- grain: article_id, tie_id
SELECT DISTINCT printed.article_id, tie_match.tie_id
FROM tie_matches AS tie_match
JOIN printed_ties AS printed ON printed.tie_mention_id = tie_match.tie_mention_id
