-- Whom the article gives as the source of a body that it cites, as a paper or an agency: each source beside the one
-- through whom it reaches the article.
SELECT
    s.attribution_id,
    s.claim_id,
    s.via AS teller_id,
    p.label AS teller,
    s.naming,
    s.actor_id,
    s.affiliation,
    n.label AS named,
    f.label AS belongs_to
FROM attributions AS s
JOIN attributions AS t ON t.attribution_id = s.via
JOIN actors AS p ON p.actor_id = t.actor_id AND p.kind = 'body'
LEFT JOIN actors AS n ON n.actor_id = s.actor_id
LEFT JOIN actors AS f ON f.actor_id = s.affiliation
WHERE s.naming <> 'none'
