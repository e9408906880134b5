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
--   events[event_id].kind_id basis, events[other_id].kind_id basis, events[other_id].tense basis, dates[date_ids].edtf basis,
--   dates[other_date_ids].edtf basis, relations[relation_id].relation basis
-- message: {words} {fit} beside what the article tells as well: {other}[; {doubt}]
WITH voices AS (
    SELECT
        claim.claim_id,
        passage.article_id,
        claim.polarity,
        claim.modality,
        concat(coalesce(claim.scope_state, ''), ' ', coalesce(claim.scope_of, '')) AS scope,
        CASE WHEN source.claim_id IS NOT NULL OR claim.modality = 'reported' THEN coalesce(source.told, claim.claim_id) ELSE '' END AS voice
    FROM claims AS claim
    JOIN passages AS passage ON passage.passage_id = claim.passage_id
    LEFT JOIN claim_sources AS source ON source.claim_id = claim.claim_id
),
acts AS (
    SELECT event.event_id, event.claim_id, event.article_id, event.kind_id, event.about, event.label, event.tense, found.parties
    FROM events AS event
    JOIN (
        SELECT event_id, string_agg(DISTINCT actor_id, ' ' ORDER BY actor_id) AS parties
        FROM mentions
        WHERE part IN ('agent', 'counterpart')
        GROUP BY event_id
    ) AS found ON found.event_id = event.event_id AND found.parties IS NOT NULL
    WHERE NOT EXISTS (SELECT 1 FROM kinds AS kind WHERE kind.broader = event.kind_id)
),
denied AS (
    SELECT
        acts.claim_id,
        NULL AS first_id,
        0 AS steps,
        acts.claim_id AS denied_id,
        acts.event_id,
        other_acts.event_id AS other_id,
        other_acts.claim_id AS other_claim_id,
        relation.relation_id,
        concat('what is denied (', acts.label, ')') AS words,
        other_acts.label AS other,
        CASE
            WHEN relation.relation_id IS NOT NULL OR (days.stated IS NULL AND other_days.stated IS NULL) OR (days.first_day = days.last_day AND other_days.first_day = other_days.last_day) THEN NULL
            ELSE 'they may lie on different days'
        END AS doubt
    FROM acts AS acts
    JOIN voices AS voices ON voices.claim_id = acts.claim_id AND voices.polarity = 'denied' AND voices.modality IN ('asserted', 'reported')
    JOIN acts AS other_acts
        ON other_acts.article_id = acts.article_id
        AND other_acts.kind_id = acts.kind_id
        AND coalesce(other_acts.about, '') = coalesce(acts.about, '')
        AND other_acts.parties = acts.parties
    JOIN voices AS other_voices ON other_voices.claim_id = other_acts.claim_id AND other_voices.polarity = 'affirmed' AND other_voices.modality IN ('asserted', 'reported')
    JOIN event_days AS days ON days.event_id = acts.event_id
    JOIN event_days AS other_days ON other_days.event_id = other_acts.event_id
    LEFT JOIN relations AS relation
        ON relation.relation = 'same'
        AND ((relation.event_id = acts.event_id AND relation.other = other_acts.event_id) OR (relation.event_id = other_acts.event_id AND relation.other = acts.event_id))
    WHERE voices.scope = other_voices.scope
        AND voices.voice = other_voices.voice
        AND (
            relation.relation_id IS NOT NULL
            OR (days.stated IS NULL AND other_days.stated IS NULL AND acts.tense = 'present' AND other_acts.tense = 'present')
            OR (days.stated IS NOT NULL AND other_days.stated IS NOT NULL AND days.first_day <= other_days.last_day AND other_days.first_day <= days.last_day)
        )
),
called AS (
    SELECT
        said.claim_id,
        said.first_id,
        scope.steps,
        NULL AS denied_id,
        said.event_id,
        told.event_id AS other_id,
        told.claim_id AS other_claim_id,
        NULL AS relation_id,
        concat('"', said.as_printed, '"') AS words,
        concat(told.label, CASE WHEN scope.steps > 0 THEN concat(', of a wider kind ("', category.definition, '")') END) AS other,
        CASE
            WHEN said.kind IN ('first', 'only') AND told.about = said.about THEN 'it is about the same thing and may be the event itself'
            WHEN said.kind = 'not' AND told.tense = 'past' THEN 'what was so then may be so no longer'
            WHEN voices.voice <> other_voices.voice THEN 'another source tells it'
            WHEN scope.steps > 0 THEN 'the words may mean the narrower thing'
        END AS doubt
    FROM said_firsts AS said
    JOIN category_scope AS scope ON scope.category_id = said.category_id
    JOIN categories AS category ON category.category_id = scope.wider_id
    JOIN told_members AS told
        ON told.category_id = scope.wider_id
        AND told.actor_id = said.actor_id
        AND told.article_id = said.article_id
        AND told.claim_id <> said.claim_id
        AND told.event_id <> coalesce(said.event_id, '')
    JOIN voices AS voices ON voices.claim_id = said.claim_id AND voices.modality IN ('asserted', 'reported', 'anticipated')
    JOIN voices AS other_voices ON other_voices.claim_id = told.claim_id
    JOIN event_days AS days ON days.event_id = told.event_id
    WHERE (voices.voice = other_voices.voice OR scope.steps = 0)
        AND (
            said.kind = 'only'
            OR days.last_day + 1 < said.first_day
            OR said.tense = 'future'
            OR (said.kind IN ('never', 'not') AND said.tense <> 'past' AND (NOT said.is_of_thing OR told.about = said.about))
        )
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY claim_id ORDER BY doubt IS NOT NULL, other_id, relation_id, steps, first_id, event_id) AS place
    FROM (SELECT * FROM denied UNION ALL SELECT * FROM called) AS pairs
)
SELECT
    ranked.claim_id,
    CASE WHEN ranked.doubt IS NULL THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    ranked.first_id,
    ranked.denied_id,
    ranked.event_id,
    ranked.other_id,
    ranked.other_claim_id,
    ranked.relation_id,
    days.date_ids,
    other_days.date_ids AS other_date_ids,
    ranked.words,
    CASE WHEN ranked.doubt IS NULL THEN 'does not fit' ELSE 'may not fit' END AS fit,
    ranked.other,
    ranked.doubt
FROM ranked AS ranked
LEFT JOIN event_days AS days ON days.event_id = ranked.event_id
LEFT JOIN event_days AS other_days ON other_days.event_id = ranked.other_id
WHERE ranked.place = 1
