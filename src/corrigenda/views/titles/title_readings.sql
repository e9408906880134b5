-- Every reading of every title with the person and the office that it names.
-- grain: mention_id, reading
SELECT title.mention_id, title.actor_id, title.office_id, reading.*
FROM titles AS title
JOIN use_readings AS reading ON reading.judged = 'term' AND reading.judged_id = title.mention_id
