-- Two people who are named by their offices in one event, where both titles belong to the event.
SELECT
    concat(f.mention_id, ' ', s.mention_id) AS pair_id,
    f.claim_id,
    f.article_id,
    f.mention_id AS first_id,
    s.mention_id AS second_id,
    f.actor_id AS first_actor_id,
    s.actor_id AS second_actor_id,
    f.office_id AS first_office_id,
    s.office_id AS second_office_id
FROM titles AS f
JOIN titles AS s ON s.event_id = f.event_id AND f.mention_id < s.mention_id AND f.actor_id <> s.actor_id
WHERE f.title_time = 'event' AND s.title_time = 'event'
