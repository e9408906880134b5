-- Every date of the reference that may have been filled in by software, and whether it, or what it stands beside, was
-- seen confirmed.
SELECT concat(found.place, ' ', found.row_id) AS day_id, found.place, found.row_id, found.text, found.is_confirmed, filled.filled, filled.filler, filled.is_never
FROM (
    SELECT 'sources.published' AS place, source_id AS row_id, published AS text, FALSE AS is_confirmed FROM sources
    UNION ALL
    SELECT 'actors.existed_from' AS place, actor_id AS row_id, existed_from AS text, existed_from_confirmed AS is_confirmed FROM actors
    UNION ALL
    SELECT 'actors.existed_to' AS place, actor_id AS row_id, existed_to AS text, existed_to_confirmed AS is_confirmed FROM actors
    UNION ALL
    SELECT 'names.used_from' AS place, name_id AS row_id, used_from AS text, used_from_confirmed AS is_confirmed FROM names
    UNION ALL
    SELECT 'names.used_to' AS place, name_id AS row_id, used_to AS text, used_to_confirmed AS is_confirmed FROM names
    UNION ALL
    SELECT 'names.superseded' AS place, name_id AS row_id, superseded AS text, superseded_confirmed AS is_confirmed FROM names
    UNION ALL
    SELECT 'offices.existed_from' AS place, office_id AS row_id, existed_from AS text, existed_from_confirmed AS is_confirmed FROM offices
    UNION ALL
    SELECT 'offices.existed_to' AS place, office_id AS row_id, existed_to AS text, existed_to_confirmed AS is_confirmed FROM offices
    UNION ALL
    SELECT 'tenures.start' AS place, tenure_id AS row_id, "start" AS text, start_confirmed AS is_confirmed FROM tenures
    UNION ALL
    SELECT 'tenures.end' AS place, tenure_id AS row_id, "end" AS text, end_confirmed AS is_confirmed FROM tenures
    UNION ALL
    SELECT 'tenures.as_of' AS place, tenure_id AS row_id, as_of AS text, end_confirmed AS is_confirmed FROM tenures
    UNION ALL
    SELECT 'milestones.day' AS place, milestone_id AS row_id, day AS text, day_confirmed AS is_confirmed FROM milestones
    UNION ALL
    SELECT 'milestones.known_from' AS place, milestone_id AS row_id, known_from AS text, known_from_confirmed AS is_confirmed FROM milestones
    UNION ALL
    SELECT 'figures.day' AS place, figure_id AS row_id, day AS text, amount_confirmed AS is_confirmed FROM figures
    UNION ALL
    SELECT 'figures.known_from' AS place, figure_id AS row_id, known_from AS text, known_from_confirmed AS is_confirmed FROM figures
    UNION ALL
    SELECT 'citations.published' AS place, citation_id AS row_id, published AS text, naming_confirmed AS is_confirmed FROM citations
    UNION ALL
    SELECT 'completeness.since' AS place, completeness_id AS row_id, since AS text, until_confirmed AS is_confirmed FROM completeness
    UNION ALL
    SELECT 'completeness.until' AS place, completeness_id AS row_id, until AS text, until_confirmed AS is_confirmed FROM completeness
) AS found
JOIN placeholder_texts AS filled ON filled.text = found.text
