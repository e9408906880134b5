-- Every row of the reference that something printed in an article is compared with, with the cells of it that
-- a verdict can rest on and that nobody has seen confirmed.
SELECT
    concat('tenures ', term.tenure_id) AS used_id,
    concat('the term of ', actor.label, ' as ', office.label) AS label,
    CASE WHEN NOT term.start_confirmed THEN term.tenure_id END AS start_id,
    CASE WHEN NOT term.end_confirmed THEN term.tenure_id END AS end_id,
    NULL AS figure_id,
    NULL AS milestone_id,
    NULL AS name_id,
    NULL AS from_id,
    NULL AS to_id,
    NULL AS superseded_id,
    concat_ws(' and ', CASE WHEN NOT term.start_confirmed THEN 'start' END, CASE WHEN NOT term.end_confirmed THEN 'end' END) AS unconfirmed
FROM used_tenures AS used
JOIN tenures AS term ON term.tenure_id = used.tenure_id
JOIN actors AS actor ON actor.actor_id = term.actor_id
JOIN offices AS office ON office.office_id = term.office_id
UNION ALL
SELECT
    concat('figures ', figure.figure_id) AS used_id,
    figure.label,
    NULL AS start_id,
    NULL AS end_id,
    CASE WHEN NOT figure.amount_confirmed THEN figure.figure_id END AS figure_id,
    NULL AS milestone_id,
    NULL AS name_id,
    NULL AS from_id,
    NULL AS to_id,
    NULL AS superseded_id,
    CASE WHEN NOT figure.amount_confirmed THEN 'amount' ELSE '' END AS unconfirmed
FROM figures AS figure
WHERE figure.figure_id IN (SELECT figure_id FROM comparable_figures)
UNION ALL
SELECT
    concat('milestones ', milestone.milestone_id) AS used_id,
    milestone.label,
    NULL AS start_id,
    NULL AS end_id,
    NULL AS figure_id,
    CASE WHEN NOT milestone.day_confirmed THEN milestone.milestone_id END AS milestone_id,
    NULL AS name_id,
    NULL AS from_id,
    NULL AS to_id,
    NULL AS superseded_id,
    CASE WHEN NOT milestone.day_confirmed THEN 'day' ELSE '' END AS unconfirmed
FROM milestones AS milestone
WHERE milestone.milestone_id IN (
    SELECT member.milestone_id FROM firsts_and_denials AS said
    JOIN category_scope AS scope ON scope.category_id = said.category_id
    JOIN category_milestones AS member ON member.category_id = scope.wider_id AND member.actor_id = said.actor_id
)
UNION ALL
SELECT
    concat('names ', name.name_id) AS used_id,
    concat('the name ', name.name) AS label,
    NULL AS start_id,
    NULL AS end_id,
    NULL AS figure_id,
    NULL AS milestone_id,
    CASE WHEN NOT name.name_confirmed THEN name.name_id END AS name_id,
    CASE WHEN name.used_from IS NOT NULL AND NOT name.used_from_confirmed THEN name.name_id END AS from_id,
    CASE WHEN name.used_to IS NOT NULL AND NOT name.used_to_confirmed THEN name.name_id END AS to_id,
    CASE WHEN name.superseded IS NOT NULL AND NOT name.superseded_confirmed THEN name.name_id END AS superseded_id,
    concat_ws(
        ' and ',
        CASE WHEN NOT name.name_confirmed THEN 'name' END,
        CASE WHEN name.used_from IS NOT NULL AND NOT name.used_from_confirmed THEN 'first use' END,
        CASE WHEN name.used_to IS NOT NULL AND NOT name.used_to_confirmed THEN 'last use' END,
        CASE WHEN name.superseded IS NOT NULL AND NOT name.superseded_confirmed THEN 'end of use' END
    ) AS unconfirmed
FROM names AS name
WHERE name.name_id IN (SELECT name_id FROM name_matches WHERE against = 'name' AND is_same)
    AND (name.used_from IS NOT NULL OR name.used_to IS NOT NULL OR name.superseded IS NOT NULL)
