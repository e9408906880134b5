-- Every mention by a known title whose use is bounded in time.
-- grain: mention_id
SELECT
    title.mention_id,
    title.claim_id,
    title.article_id,
    title.event_id,
    title.actor_id,
    title.office_id,
    title.title_printed,
    title.title_time
FROM bounded_uses AS bounds
JOIN titles AS title ON title.mention_id = bounds.mention_id
WHERE bounds.judged = 'title'
