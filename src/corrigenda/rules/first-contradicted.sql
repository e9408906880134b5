-- Something is said to be the first or the only one of its kind, and the reference knows an earlier one.
--
-- Why it happens: the first under a name is taken for the first of its kind, or an earlier instance was
-- small, long ago or called something else.
--
-- To settle: say of what exactly it is the first, and compare it with the earlier instance named here. One
-- earlier instance of the same category is enough; one of a wider category makes it possible only, because
-- the claim may mean the narrower thing.
--
-- severity: error
-- subject: article
-- judges: said_firsts by first_id
-- places: firsts.as_printed basis, milestones[same_ids].day basis, milestones[wider_ids].day basis
-- message: "{as_printed}" does not fit for {actor}[: {same}][: under a wider reading of "{wider_category}", {wider}]
-- repair: firsts.category_id: a narrower thing of which it is the first
WITH earlier AS (
    SELECT
        f.first_id,
        m.milestone_id,
        c.steps,
        concat(m.label, ' (', d.day, ')') AS told,
        c.steps = 0 AND m.last_day < f.first_day AND k.last_day <= f.written_first AS is_sure
    FROM said_firsts AS f
    JOIN category_scope AS c ON c.category_id = f.category_id
    JOIN category_members AS m ON m.category_id = c.wider_id AND m.actor_id = f.actor_id
    JOIN milestones AS d ON d.milestone_id = m.milestone_id
    JOIN edtf AS k ON k.text = m.known_from
    WHERE m.first_day < coalesce(f.last_day, 3652059)
        AND m.last_day < coalesce(f.first_day, f.written_first)
        AND k.first_day <= coalesce(f.written_last, 3652059)
),
nearest AS (
    SELECT first_id, min(steps) AS steps, bool_or(is_sure) AS is_sure FROM earlier GROUP BY first_id
)
SELECT
    f.first_id,
    CASE WHEN n.is_sure THEN 'certain' WHEN n.first_id IS NOT NULL THEN 'possible' ELSE 'undecided' END AS verdict,
    CASE WHEN n.first_id IS NULL THEN 'the reference knows no earlier instance, and is not complete enough to rule one out' END AS reason,
    f.as_printed,
    a.label AS actor,
    (SELECT array_agg(e.milestone_id) FROM earlier AS e WHERE e.first_id = f.first_id AND e.steps = 0) AS same_ids,
    (SELECT array_agg(e.milestone_id) FROM earlier AS e WHERE e.first_id = f.first_id AND e.steps > 0 AND n.steps > 0) AS wider_ids,
    (SELECT string_agg(e.told, '; ' ORDER BY e.milestone_id) FROM earlier AS e WHERE e.first_id = f.first_id AND e.steps = 0) AS same,
    (SELECT string_agg(e.told, '; ' ORDER BY e.milestone_id) FROM earlier AS e WHERE e.first_id = f.first_id AND e.steps > 0 AND n.steps > 0) AS wider,
    k.definition AS wider_category
FROM said_firsts AS f
JOIN actors AS a ON a.actor_id = f.actor_id
JOIN categories AS g ON g.category_id = f.category_id
LEFT JOIN categories AS k ON k.category_id = g.broader
LEFT JOIN nearest AS n ON n.first_id = f.first_id
WHERE n.first_id IS NOT NULL
    OR NOT EXISTS (
        SELECT 1 FROM completeness AS c
        JOIN edtf AS u ON u.text = c.until
        WHERE c.category_id = f.category_id
            AND coalesce(c.actor_id, f.actor_id) = f.actor_id
            AND u.first_day >= coalesce(f.last_day, f.written_first)
    )
