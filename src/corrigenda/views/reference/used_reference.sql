-- Every row of the reference that something printed in an article is compared with, with the cells of it that
-- a verdict can rest on and that nobody has seen confirmed.
SELECT
    concat('tenures ', t.tenure_id) AS used_id,
    concat('the term of ', a.label, ' as ', o.label) AS label,
    CASE WHEN NOT t.start_confirmed THEN t.tenure_id END AS start_id,
    CASE WHEN NOT t.end_confirmed THEN t.tenure_id END AS end_id,
    NULL AS figure_id,
    NULL AS milestone_id,
    NULL AS name_id,
    NULL AS from_id,
    NULL AS to_id,
    NULL AS superseded_id,
    concat_ws(' and ', CASE WHEN NOT t.start_confirmed THEN 'start' END, CASE WHEN NOT t.end_confirmed THEN 'end' END) AS unconfirmed
FROM used_tenures AS u
JOIN tenures AS t ON t.tenure_id = u.tenure_id
JOIN actors AS a ON a.actor_id = t.actor_id
JOIN offices AS o ON o.office_id = t.office_id
UNION ALL
SELECT
    concat('figures ', f.figure_id) AS used_id,
    f.label,
    NULL AS start_id,
    NULL AS end_id,
    CASE WHEN NOT f.amount_confirmed THEN f.figure_id END AS figure_id,
    NULL AS milestone_id,
    NULL AS name_id,
    NULL AS from_id,
    NULL AS to_id,
    NULL AS superseded_id,
    CASE WHEN NOT f.amount_confirmed THEN 'amount' ELSE '' END AS unconfirmed
FROM figures AS f
WHERE f.figure_id IN (SELECT figure_id FROM comparable_figures)
UNION ALL
SELECT
    concat('milestones ', m.milestone_id) AS used_id,
    m.label,
    NULL AS start_id,
    NULL AS end_id,
    NULL AS figure_id,
    CASE WHEN NOT m.day_confirmed THEN m.milestone_id END AS milestone_id,
    NULL AS name_id,
    NULL AS from_id,
    NULL AS to_id,
    NULL AS superseded_id,
    CASE WHEN NOT m.day_confirmed THEN 'day' ELSE '' END AS unconfirmed
FROM milestones AS m
WHERE m.milestone_id IN (
    SELECT g.milestone_id FROM said_firsts AS f
    JOIN category_scope AS c ON c.category_id = f.category_id
    JOIN category_members AS g ON g.category_id = c.wider_id AND g.actor_id = f.actor_id
)
UNION ALL
SELECT
    concat('names ', n.name_id) AS used_id,
    concat('the name ', n.name) AS label,
    NULL AS start_id,
    NULL AS end_id,
    NULL AS figure_id,
    NULL AS milestone_id,
    CASE WHEN NOT n.name_confirmed THEN n.name_id END AS name_id,
    CASE WHEN n.used_from IS NOT NULL AND NOT n.used_from_confirmed THEN n.name_id END AS from_id,
    CASE WHEN n.used_to IS NOT NULL AND NOT n.used_to_confirmed THEN n.name_id END AS to_id,
    CASE WHEN n.superseded IS NOT NULL AND NOT n.superseded_confirmed THEN n.name_id END AS superseded_id,
    concat_ws(
        ' and ',
        CASE WHEN NOT n.name_confirmed THEN 'name' END,
        CASE WHEN n.used_from IS NOT NULL AND NOT n.used_from_confirmed THEN 'first use' END,
        CASE WHEN n.used_to IS NOT NULL AND NOT n.used_to_confirmed THEN 'last use' END,
        CASE WHEN n.superseded IS NOT NULL AND NOT n.superseded_confirmed THEN 'end of use' END
    ) AS unconfirmed
FROM names AS n
WHERE n.name_id IN (SELECT name_id FROM name_matches WHERE against = 'name' AND is_same)
    AND (n.used_from IS NOT NULL OR n.used_to IS NOT NULL OR n.superseded IS NOT NULL)
