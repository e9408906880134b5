-- Every mention by name whose words are also the known name of another actor of a like kind: a person for a person, a
-- programme or weapon for either, a place or state for either unless one lies in the other. is_named where the
-- reference names the actor meant, is_own where this is a name of it too, or a part of one; is_told where something
-- else tells which one is meant: a title that the other never bore, a name in the same article that is the actor's
-- alone, or for a body or place its state.
SELECT
    p.mention_id,
    p.article_id,
    p.claim_id,
    p.actor_id,
    p.actor,
    p.name_printed,
    p."start",
    f.solid,
    h.other_id,
    h.name_id,
    b.label AS other,
    coalesce(own.is_like, FALSE) AS is_own,
    own.mention_id IS NOT NULL AS is_named,
    (p.office_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM office_terms AS t WHERE t.actor_id = h.other_id AND t.office_id = p.office_id))
    OR (
        a.kind IN ('body', 'place', 'state')
        AND EXISTS (
            SELECT 1 FROM mentions AS s
            JOIN passages AS q ON q.passage_id = s.passage_id
            WHERE s.actor_id = a.state AND q.article_id = p.article_id AND s.mention_id <> p.mention_id
        )
    )
    OR EXISTS (
        SELECT 1 FROM first_mentions AS o
        JOIN name_matches AS m ON m.mention_id = o.mention_id AND m.against = 'name' AND m.is_like
        WHERE o.article_id = p.article_id
            AND o.actor_id = p.actor_id
            AND NOT EXISTS (
                SELECT 1 FROM names AS n
                JOIN folded AS k ON k.text = n.name
                WHERE n.actor_id = h.other_id AND k.solid = o.solid
            )
    ) AS is_told
FROM printed_names AS p
JOIN actors AS a ON a.actor_id = p.actor_id
JOIN folded AS f ON f.text = p.name_printed
JOIN writing_days AS w ON w.article_id = p.article_id
JOIN (
    SELECT k.solid, n.actor_id AS other_id, min(n.name_id) AS name_id, min(coalesce(u.first_day, 1)) AS known_first
    FROM names AS n
    JOIN folded AS k ON k.text = n.name
    LEFT JOIN edtf AS u ON u.text = n.used_from
    WHERE n.actor_id IS NOT NULL
    GROUP BY k.solid, n.actor_id
) AS h ON h.solid = f.solid AND h.other_id <> p.actor_id AND h.known_first <= coalesce(w.last_day, 3652059)
JOIN actors AS b ON b.actor_id = h.other_id
LEFT JOIN (
    SELECT mention_id, bool_or(is_like AND (is_same OR length(printed) <= length(known))) AS is_like
    FROM name_matches
    WHERE against <> 'article'
    GROUP BY mention_id
) AS own ON own.mention_id = p.mention_id
WHERE CASE WHEN a.kind = 'programme' THEN 'weapon' WHEN a.kind = 'state' THEN 'place' ELSE a.kind END
    = CASE WHEN b.kind = 'programme' THEN 'weapon' WHEN b.kind = 'state' THEN 'place' ELSE b.kind END
    AND NOT coalesce(b.state = a.actor_id, FALSE)
    AND NOT coalesce(a.state = b.actor_id, FALSE)
