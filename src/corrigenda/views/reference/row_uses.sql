-- Every figure, milestone and name of the reference that something printed in an article is compared with: milestones
-- of a category that is called the first or denied, and names with a time of use. Terms are in title_uses.
-- grain: article_id, table_name, row_id
SELECT DISTINCT voiced.article_id, 'figures' AS table_name, comparable.figure_id AS row_id
FROM comparable_figures AS comparable
JOIN voiced_amounts AS voiced ON voiced.sum_id = comparable.sum_id
UNION
SELECT DISTINCT said.article_id, 'milestones' AS table_name, member.milestone_id AS row_id
FROM firsts_and_denials AS said
JOIN category_scope AS scope ON scope.category_id = said.category_id
JOIN category_milestones AS member
    ON member.category_id = scope.wider_id
    AND (member.actor_id = said.actor_id OR said.actor_id IS NULL)
UNION
SELECT DISTINCT mention.article_id, 'names' AS table_name, name.name_id AS row_id
FROM name_matches AS name_match
JOIN printed_names AS mention ON mention.mention_id = name_match.mention_id
JOIN names AS name
    ON name.name_id = name_match.name_id
    AND (name.used_from IS NOT NULL OR name.used_to IS NOT NULL OR name.superseded IS NOT NULL)
WHERE name_match.against = 'name' AND name_match.is_same
