-- A claim is about the home affairs of one country but names the people of another.
--
-- Why it happens: A sentence was moved or merged, or a passage about one country was adapted for another and its
-- frame was not changed.
--
-- What is judged: Two states are compared: the one whose home affairs the claim is about, and the one whose people
-- it names. If only one of them is printed, the rule cannot decide. If one sentence says the same of the same
-- people in several claims, the first claim is reported and the others are counted.
--
-- To settle: Find out whose people are meant, and change the frame or the people.
--
-- since: 0.1.0
-- severity: warning
-- subject: article
-- judges: scoped_claims by claim_id
-- places: claims.scope_of basis, claims.scope_state basis, claims[more_ids].statement context
-- message: the article speaks of home affairs ({home}), but names people of another country ({people})[; the
--   same words cover {more:count more claim}]
-- repair: claims.scope_of = {scope_state}: the people meant are those of {home}
-- repair: claims.scope_state = {scope_of}: the home meant is {people}
SELECT
    claim_id,
    CASE WHEN home_state <> people_state THEN 'certain' ELSE 'undecided' END AS verdict,
    CASE
        WHEN home_state IS NULL OR people_state IS NULL
            THEN 'the article does not print both whose home affairs and whose people these are'
    END AS reason,
    scope_state,
    scope_of,
    home,
    people,
    nullif(later, 0) AS more,
    more_ids
FROM scoped_claims
WHERE home_state IS NULL OR people_state IS NULL OR (home_state <> people_state AND place = 1)
