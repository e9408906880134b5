-- Every claim that prints whose home affairs it is about, or whose people, with the states meant: a body,
-- place or group counts as its state. Claims of one passage with the same two are numbered in reading order as place;
-- more_ids are the later ones among them.
-- grain: claim_id
SELECT
    claim.claim_id,
    claim.scope_state,
    claim.scope_of,
    coalesce(home.state, home.actor_id) AS home_state,
    coalesce(people.state, people.actor_id) AS people_state,
    home.label AS home,
    people.label AS people,
    row_number() OVER alike AS place,
    count(*) OVER later AS later,
    array_agg(claim.claim_id) OVER later AS more_ids
FROM claims AS claim
LEFT JOIN actors AS home ON home.actor_id = claim.scope_state
LEFT JOIN actors AS people ON people.actor_id = claim.scope_of
WHERE claim.scope_state IS NOT NULL OR claim.scope_of IS NOT NULL
WINDOW
    alike AS (PARTITION BY claim.passage_id, claim.scope_state, claim.scope_of ORDER BY claim."start", claim.claim_id),
    later AS (
        PARTITION BY claim.passage_id, claim.scope_state, claim.scope_of
        ORDER BY claim."start", claim.claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
    )
