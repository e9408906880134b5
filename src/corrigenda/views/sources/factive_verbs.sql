-- Every attribution whose verb takes for a fact what is said.
SELECT a.attribution_id, a.claim_id, coalesce(a.verb, v.verb) AS verb
FROM attributions AS a
JOIN verbs AS v ON v.verb_id = a.verb_id AND v.stance = 'factive'
