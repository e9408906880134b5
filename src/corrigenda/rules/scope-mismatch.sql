-- A claim is put as being about one country at home and names the people of another.
--
-- Why it happens: a sentence was moved or merged, or a passage about one country was turned to another
-- without its frame.
--
-- To settle: find out whose people are meant, and print the frame or the people accordingly.
--
-- severity: warning
-- subject: article
-- judges: scoped_claims by claim_id
-- places: claims.scope_of basis, claims.scope_state basis
-- message: the claim is framed as home affairs of {home} and names people of {people}
-- repair: claims.scope_of = {scope_state}: the people are those of the country that the frame names
-- repair: claims.scope_state = {scope_of}: the frame is that of the people named
SELECT
    c.claim_id,
    CASE WHEN c.scope_state IS NULL OR c.scope_of IS NULL THEN 'undecided' ELSE 'certain' END AS verdict,
    CASE WHEN c.scope_state IS NULL OR c.scope_of IS NULL THEN 'only one of frame and people is printed' END AS reason,
    c.scope_state,
    c.scope_of,
    c.home,
    c.people
FROM scoped_claims AS c
WHERE c.scope_state IS NULL OR c.scope_of IS NULL OR c.scope_state <> c.scope_of
