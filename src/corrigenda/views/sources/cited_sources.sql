-- Whom the article gives as the source of a body that it cites, as a paper or an agency: each source beside the one
-- through whom it reaches the article.
SELECT
    attribution.attribution_id,
    attribution.claim_id,
    attribution.via AS teller_id,
    actor.label AS teller,
    attribution.naming,
    attribution.actor_id,
    attribution.affiliation,
    other_actor.label AS named,
    other_actor_too.label AS belongs_to
FROM attributions AS attribution
JOIN attributions AS other_attribution ON other_attribution.attribution_id = attribution.via
JOIN actors AS actor ON actor.actor_id = other_attribution.actor_id AND actor.kind = 'body'
LEFT JOIN actors AS other_actor ON other_actor.actor_id = attribution.actor_id
LEFT JOIN actors AS other_actor_too ON other_actor_too.actor_id = attribution.affiliation
WHERE attribution.naming <> 'none'
