-- Every term of the reference that a title printed in an article is compared with, with the first and last day for
-- which the article uses it (is_unbounded where nothing bounds such a day).
-- grain: article_id, tenure_id
SELECT
    title.article_id,
    held.tenure_id,
    max(reading.first_day) AS used_first,
    max(reading.last_day) AS used_last,
    bool_or(reading.first_day IS NULL OR reading.last_day IS NULL) AS is_unbounded
FROM title_readings AS reading
JOIN titles AS title ON title.mention_id = reading.mention_id
JOIN office_terms AS held ON held.actor_id = reading.actor_id AND held.office_id = reading.office_id
GROUP BY title.article_id, held.tenure_id
