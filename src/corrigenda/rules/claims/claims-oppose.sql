-- Two claims in one article about the same matter contradict each other.
--
-- Why it happens: Parts of an article were written at different times or from different sources, or a sharp phrase
-- ("the first", "rather than") overlooks what another sentence says.
--
-- What is judged: A denied event contradicts an affirmed one of the same kind, about the same thing, by the same
-- people and in the same scope. The clash is certain if both can only be on the same day, or both are at the time
-- of writing. If their days may be the same, it is possible. A claim to be the first or the only one, or that
-- something never was, contradicts an earlier event in the same category that the article itself reports. If the
-- category is wider, or the words deny only their own time, it is possible. A change over time is no
-- contradiction. Different sources may say different things, and hearsay counts as a source of its own: their
-- denied and affirmed events are not compared. What another source says in a wider category is not compared
-- either; in the same category it is possible.
--
-- To settle: Find out which of the two claims is meant, or say how they differ.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: opposable_claims by claim_id
-- places: firsts[first_id].as_printed basis, claims[denied_id].polarity basis, claims[other_claim_id].polarity basis,
--   events[event_id].kind_id basis, events[other_id].kind_id basis, events[other_id].tense basis, dates[date_ids].edtf
--   basis,
--   dates[other_date_ids].edtf basis, relations[relation_id].relation basis
-- message: {words} {fit} another statement in the article: {other}[; {doubt}]
WITH oppositions AS (
    SELECT
        claim_id,
        NULL AS first_id,
        0 AS steps,
        claim_id AS denied_id,
        event_id,
        other_id,
        other_claim_id,
        relation_id,
        concat('what is denied (', label, ')') AS words,
        other_label AS other,
        CASE WHEN NOT is_one_time THEN 'they may be on different days' END AS doubt
    FROM denied_events
    UNION ALL
    SELECT
        claim_id,
        first_id,
        steps,
        NULL AS denied_id,
        event_id,
        other_id,
        other_claim_id,
        NULL AS relation_id,
        concat('"', as_printed, '"') AS words,
        concat(other_label, CASE WHEN steps > 0 THEN concat(', of a wider kind ("', definition, '")') END) AS other,
        CASE
            WHEN kind IN ('first', 'only') AND is_same_thing
                THEN 'it is about the same thing and may be the event itself'
            WHEN is_of_anybody THEN 'it may be meant of fewer than everybody'
            WHEN kind = 'not' AND other_tense = 'past' THEN 'what was so then may be so no longer'
            WHEN NOT is_one_voice THEN 'another source says it'
            WHEN steps > 0 THEN 'the words may mean the narrower thing'
        END AS doubt
    FROM told_instances
    -- What another source tells of a wider category opposes nothing: both sources may be right in their own words.
    WHERE is_one_voice OR steps = 0
),
ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY claim_id
            ORDER BY doubt IS NOT NULL, other_id, relation_id, steps, first_id, event_id
        ) AS place
    FROM oppositions
)
SELECT
    opposed.claim_id,
    CASE WHEN opposed.doubt IS NULL THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    opposed.first_id,
    opposed.denied_id,
    opposed.event_id,
    opposed.other_id,
    opposed.other_claim_id,
    opposed.relation_id,
    days.date_ids,
    other_days.date_ids AS other_date_ids,
    opposed.words,
    CASE WHEN opposed.doubt IS NULL THEN 'does not fit' ELSE 'may not fit' END AS fit,
    opposed.other,
    opposed.doubt
FROM ranked AS opposed
LEFT JOIN event_days AS days ON days.event_id = opposed.event_id
LEFT JOIN event_days AS other_days ON other_days.event_id = opposed.other_id
WHERE opposed.place = 1
