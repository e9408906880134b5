-- Every date of the reference that may have been filled in by software, and whether it, or what it belongs to, was
-- seen confirmed.
-- grain: day_id
WITH dates_of_reference AS (
    SELECT 'sources' AS table_name, 'published' AS field, source_id AS row_id, published AS text,
        FALSE AS is_confirmed
    FROM sources
    UNION ALL
    SELECT 'actors' AS table_name, 'existed_from' AS field, actor_id AS row_id, existed_from AS text,
        existed_from_confirmed AS is_confirmed
    FROM actors
    UNION ALL
    SELECT 'actors' AS table_name, 'existed_to' AS field, actor_id AS row_id, existed_to AS text,
        existed_to_confirmed AS is_confirmed
    FROM actors
    UNION ALL
    SELECT 'names' AS table_name, 'used_from' AS field, name_id AS row_id, used_from AS text,
        used_from_confirmed AS is_confirmed
    FROM names
    UNION ALL
    SELECT 'names' AS table_name, 'used_to' AS field, name_id AS row_id, used_to AS text,
        used_to_confirmed AS is_confirmed
    FROM names
    UNION ALL
    SELECT 'names' AS table_name, 'superseded' AS field, name_id AS row_id, superseded AS text,
        superseded_confirmed AS is_confirmed
    FROM names
    UNION ALL
    SELECT 'offices' AS table_name, 'existed_from' AS field, office_id AS row_id, existed_from AS text,
        existed_from_confirmed AS is_confirmed
    FROM offices
    UNION ALL
    SELECT 'offices' AS table_name, 'existed_to' AS field, office_id AS row_id, existed_to AS text,
        existed_to_confirmed AS is_confirmed
    FROM offices
    UNION ALL
    SELECT 'tenures' AS table_name, 'start' AS field, tenure_id AS row_id, "start" AS text,
        start_confirmed AS is_confirmed
    FROM tenures
    UNION ALL
    SELECT 'tenures' AS table_name, 'end' AS field, tenure_id AS row_id, "end" AS text,
        end_confirmed AS is_confirmed
    FROM tenures
    UNION ALL
    SELECT 'tenures' AS table_name, 'as_of' AS field, tenure_id AS row_id, as_of AS text,
        end_confirmed AS is_confirmed
    FROM tenures
    UNION ALL
    SELECT 'milestones' AS table_name, 'day' AS field, milestone_id AS row_id, day AS text,
        day_confirmed AS is_confirmed
    FROM milestones
    UNION ALL
    SELECT 'milestones' AS table_name, 'known_from' AS field, milestone_id AS row_id, known_from AS text,
        known_from_confirmed AS is_confirmed
    FROM milestones
    UNION ALL
    SELECT 'figures' AS table_name, 'day' AS field, figure_id AS row_id, day AS text,
        amount_confirmed AS is_confirmed
    FROM figures
    UNION ALL
    SELECT 'figures' AS table_name, 'known_from' AS field, figure_id AS row_id, known_from AS text,
        known_from_confirmed AS is_confirmed
    FROM figures
    UNION ALL
    SELECT 'citations' AS table_name, 'published' AS field, citation_id AS row_id, published AS text,
        naming_confirmed AS is_confirmed
    FROM citations
    UNION ALL
    SELECT 'completeness' AS table_name, 'since' AS field, completeness_id AS row_id, since AS text,
        until_confirmed AS is_confirmed
    FROM completeness
    UNION ALL
    SELECT 'completeness' AS table_name, 'until' AS field, completeness_id AS row_id, until AS text,
        until_confirmed AS is_confirmed
    FROM completeness
)
SELECT
    concat(dated.table_name, '.', dated.field, ' ', dated.row_id) AS day_id,
    dated.table_name,
    dated.field,
    dated.row_id,
    dated.text,
    dated.is_confirmed,
    placeholder.filled,
    placeholder.filler,
    placeholder.is_never
FROM dates_of_reference AS dated
JOIN placeholder_texts AS placeholder ON placeholder.text = dated.text
