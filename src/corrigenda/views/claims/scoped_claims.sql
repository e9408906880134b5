-- Every claim that prints whose home affairs it is about, or whose people, with the states meant: a body,
-- place or group stands for its state. Claims of one passage with the same two are numbered in reading order as place;
-- more_ids are the later ones among them.
SELECT
    claim.claim_id,
    claim.scope_state,
    claim.scope_of,
    coalesce(actor.state, actor.actor_id) AS home_state,
    coalesce(other_actor.state, other_actor.actor_id) AS people_state,
    actor.label AS home,
    other_actor.label AS people,
    row_number() OVER same AS place,
    count(*) OVER later AS later,
    array_agg(claim.claim_id) OVER later AS more_ids
FROM claims AS claim
LEFT JOIN actors AS actor ON actor.actor_id = claim.scope_state
LEFT JOIN actors AS other_actor ON other_actor.actor_id = claim.scope_of
WHERE claim.scope_state IS NOT NULL OR claim.scope_of IS NOT NULL
WINDOW
    same AS (PARTITION BY claim.passage_id, claim.scope_state, claim.scope_of ORDER BY claim."start", claim.claim_id),
    later AS (
        PARTITION BY claim.passage_id, claim.scope_state, claim.scope_of
        ORDER BY claim."start", claim.claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
    )
