-- Every mention that says something of a time: by a title, or by a name whose use is bounded.
SELECT mention_id, claim_id, article_id FROM titles
UNION
SELECT n.mention_id, n.claim_id, p.article_id
FROM timed_names AS n
JOIN claims AS c ON c.claim_id = n.claim_id
JOIN passages AS p ON p.passage_id = c.passage_id
