-- Two people who are named by their offices in one event, where both titles belong to the event.
-- grain: pair_id
SELECT
    concat(first_title.mention_id, ' ', second_title.mention_id) AS pair_id,
    first_title.claim_id,
    first_title.article_id,
    first_title.mention_id AS first_id,
    second_title.mention_id AS second_id,
    first_title.actor_id AS first_actor_id,
    second_title.actor_id AS second_actor_id,
    first_title.office_id AS first_office_id,
    second_title.office_id AS second_office_id
FROM titles AS first_title
JOIN titles AS second_title
    ON second_title.event_id = first_title.event_id
    AND first_title.mention_id < second_title.mention_id
    AND first_title.actor_id <> second_title.actor_id
WHERE first_title.title_time = 'event' AND second_title.title_time = 'event'
