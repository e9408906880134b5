-- Every claim that prints whose home affairs it is about, or whose people, with the states meant: a body,
-- place or group stands for its state. Claims of one passage with the same two are numbered in reading order as place;
-- more_ids are the later ones among them.
SELECT
    c.claim_id,
    c.scope_state,
    c.scope_of,
    coalesce(s.state, s.actor_id) AS home_state,
    coalesce(o.state, o.actor_id) AS people_state,
    s.label AS home,
    o.label AS people,
    row_number() OVER same AS place,
    count(*) OVER later AS later,
    array_agg(c.claim_id) OVER later AS more_ids
FROM claims AS c
LEFT JOIN actors AS s ON s.actor_id = c.scope_state
LEFT JOIN actors AS o ON o.actor_id = c.scope_of
WHERE c.scope_state IS NOT NULL OR c.scope_of IS NOT NULL
WINDOW
    same AS (PARTITION BY c.passage_id, c.scope_state, c.scope_of ORDER BY c."start", c.claim_id),
    later AS (
        PARTITION BY c.passage_id, c.scope_state, c.scope_of
        ORDER BY c."start", c.claim_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
    )
