-- Every term of the reference that a title printed in an article is compared with, with the first and last day for
-- which the article uses it (is_unbounded where nothing bounds such a day).
-- grain: article_id, tenure_id
WITH used AS (
    -- First for each person and office: an article can have a title for each of very many terms.
    SELECT
        title.article_id,
        reading.actor_id,
        reading.office_id,
        max(reading.first_day) AS used_first,
        max(reading.last_day) AS used_last,
        bool_or(reading.first_day IS NULL OR reading.last_day IS NULL) AS is_unbounded
    FROM title_readings AS reading
    JOIN titles AS title ON title.mention_id = reading.mention_id
    GROUP BY title.article_id, reading.actor_id, reading.office_id
)
SELECT
    used.article_id,
    held.tenure_id,
    max(used.used_first) AS used_first,
    max(used.used_last) AS used_last,
    bool_or(used.is_unbounded) AS is_unbounded
FROM used
JOIN office_terms AS held ON held.actor_id = used.actor_id AND held.office_id = used.office_id
GROUP BY used.article_id, held.tenure_id
