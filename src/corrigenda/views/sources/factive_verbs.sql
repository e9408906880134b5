-- Every attribution whose verb takes for a fact what is said.
-- grain: attribution_id
SELECT attribution.attribution_id, attribution.claim_id, coalesce(attribution.verb, verb.verb) AS verb
FROM attributions AS attribution
JOIN verbs AS verb ON verb.verb_id = attribution.verb_id AND verb.stance = 'factive'
