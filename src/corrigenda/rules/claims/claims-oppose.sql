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
        c.claim_id,
        p.article_id,
        c.polarity,
        c.modality,
        concat(coalesce(c.scope_state, ''), ' ', coalesce(c.scope_of, '')) AS scope,
        CASE WHEN s.claim_id IS NOT NULL OR c.modality = 'reported' THEN coalesce(s.told, c.claim_id) ELSE '' END AS voice
    FROM claims AS c
    JOIN passages AS p ON p.passage_id = c.passage_id
    LEFT JOIN claim_sources AS s ON s.claim_id = c.claim_id
),
acts AS (
    SELECT ev.event_id, ev.claim_id, ev.article_id, ev.kind_id, ev.about, ev.label, ev.tense, m.parties
    FROM events AS ev
    JOIN (
        SELECT event_id, string_agg(DISTINCT actor_id, ' ' ORDER BY actor_id) AS parties
        FROM mentions
        WHERE part IN ('agent', 'counterpart')
        GROUP BY event_id
    ) AS m ON m.event_id = ev.event_id AND m.parties IS NOT NULL
    WHERE NOT EXISTS (SELECT 1 FROM kinds AS k WHERE k.broader = ev.kind_id)
),
denied AS (
    SELECT
        n.claim_id,
        NULL AS first_id,
        0 AS steps,
        n.claim_id AS denied_id,
        n.event_id,
        a.event_id AS other_id,
        a.claim_id AS other_claim_id,
        r.relation_id,
        concat('what is denied (', n.label, ')') AS words,
        a.label AS other,
        CASE
            WHEN r.relation_id IS NOT NULL OR (d.stated IS NULL AND e.stated IS NULL) OR (d.first_day = d.last_day AND e.first_day = e.last_day) THEN NULL
            ELSE 'they may lie on different days'
        END AS doubt
    FROM acts AS n
    JOIN voices AS v ON v.claim_id = n.claim_id AND v.polarity = 'denied' AND v.modality IN ('asserted', 'reported')
    JOIN acts AS a
        ON a.article_id = n.article_id
        AND a.kind_id = n.kind_id
        AND coalesce(a.about, '') = coalesce(n.about, '')
        AND a.parties = n.parties
    JOIN voices AS w ON w.claim_id = a.claim_id AND w.polarity = 'affirmed' AND w.modality IN ('asserted', 'reported')
    JOIN event_days AS d ON d.event_id = n.event_id
    JOIN event_days AS e ON e.event_id = a.event_id
    LEFT JOIN relations AS r
        ON r.relation = 'same'
        AND ((r.event_id = n.event_id AND r.other = a.event_id) OR (r.event_id = a.event_id AND r.other = n.event_id))
    WHERE v.scope = w.scope
        AND v.voice = w.voice
        AND (
            r.relation_id IS NOT NULL
            OR (d.stated IS NULL AND e.stated IS NULL AND n.tense = 'present' AND a.tense = 'present')
            OR (d.stated IS NOT NULL AND e.stated IS NOT NULL AND d.first_day <= e.last_day AND e.first_day <= d.last_day)
        )
),
called AS (
    SELECT
        f.claim_id,
        f.first_id,
        c.steps,
        NULL AS denied_id,
        f.event_id,
        m.event_id AS other_id,
        m.claim_id AS other_claim_id,
        NULL AS relation_id,
        concat('"', f.as_printed, '"') AS words,
        concat(m.label, CASE WHEN c.steps > 0 THEN concat(', of a wider kind ("', g.definition, '")') END) AS other,
        CASE
            WHEN f.kind IN ('first', 'only') AND m.about = f.about THEN 'it is about the same thing and may be the event itself'
            WHEN f.kind = 'not' AND m.tense = 'past' THEN 'what was so then may be so no longer'
            WHEN v.voice <> w.voice THEN 'another source tells it'
            WHEN c.steps > 0 THEN 'the words may mean the narrower thing'
        END AS doubt
    FROM said_firsts AS f
    JOIN category_scope AS c ON c.category_id = f.category_id
    JOIN categories AS g ON g.category_id = c.wider_id
    JOIN told_members AS m
        ON m.category_id = c.wider_id
        AND m.actor_id = f.actor_id
        AND m.article_id = f.article_id
        AND m.claim_id <> f.claim_id
        AND m.event_id <> coalesce(f.event_id, '')
    JOIN voices AS v ON v.claim_id = f.claim_id AND v.modality IN ('asserted', 'reported', 'anticipated')
    JOIN voices AS w ON w.claim_id = m.claim_id
    JOIN event_days AS d ON d.event_id = m.event_id
    WHERE (v.voice = w.voice OR c.steps = 0)
        AND (
            f.kind = 'only'
            OR d.last_day + 1 < f.first_day
            OR f.tense = 'future'
            OR (f.kind IN ('never', 'not') AND f.tense <> 'past' AND (NOT f.is_of_thing OR m.about = f.about))
        )
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY claim_id ORDER BY doubt IS NOT NULL, other_id, relation_id, steps, first_id, event_id) AS place
    FROM (SELECT * FROM denied UNION ALL SELECT * FROM called) AS pairs
)
SELECT
    p.claim_id,
    CASE WHEN p.doubt IS NULL THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    p.first_id,
    p.denied_id,
    p.event_id,
    p.other_id,
    p.other_claim_id,
    p.relation_id,
    n.date_ids,
    o.date_ids AS other_date_ids,
    p.words,
    CASE WHEN p.doubt IS NULL THEN 'does not fit' ELSE 'may not fit' END AS fit,
    p.other,
    p.doubt
FROM ranked AS p
LEFT JOIN event_days AS n ON n.event_id = p.event_id
LEFT JOIN event_days AS o ON o.event_id = p.other_id
WHERE p.place = 1
