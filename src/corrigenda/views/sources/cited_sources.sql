-- Whom the article gives as the source of a body that it cites, as a paper or an agency: each source with the one
-- through whom it reaches the article.
-- grain: attribution_id
SELECT
    source.attribution_id,
    source.claim_id,
    source.via AS teller_id,
    body.label AS teller,
    source.naming,
    source.actor_id,
    source.affiliation,
    named.label AS named,
    home.label AS belongs_to
FROM attributions AS source
JOIN attributions AS teller ON teller.attribution_id = source.via
JOIN actors AS body ON body.actor_id = teller.actor_id AND body.kind = 'body'
LEFT JOIN actors AS named ON named.actor_id = source.actor_id
LEFT JOIN actors AS home ON home.actor_id = source.affiliation
WHERE source.naming <> 'none'
