-- Every attributed claim with the ends of its chains of sources, counted by how they are named.
-- grain: claim_id
SELECT
    claim.claim_id, -- The claim.
    claim.statement, -- What it states, in our own words.
    ends.chains, -- How many chains of sources it has.
    ends.named, -- How many of them end in somebody named or in a document.
    ends.grouped, -- How many end in a group.
    ends.anonymous, -- How many end in people who are not named.
    ends.nobody, -- How many end in nobody at all.
    ends.told AS sources -- The chains in words.
FROM claims AS claim
JOIN claim_sources_cells AS ends ON ends.claim_id = claim.claim_id
