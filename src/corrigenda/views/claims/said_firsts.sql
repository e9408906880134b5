-- Every claim that something is the first or the only one of its category for an actor, never was, or is not so; with
-- its days (those of writing where it has no event), its tense and the days of writing. is_of_thing where it is about
-- one programme or weapon.
SELECT
    f.first_id,
    f.claim_id,
    p.article_id,
    f.event_id,
    f.kind,
    f.as_printed,
    f.actor_id,
    f.category_id,
    ev.about,
    coalesce(ev.tense, 'unstated') AS tense,
    t.topic IS NOT NULL AS is_of_thing,
    d.stated,
    d.date_ids,
    CASE WHEN f.event_id IS NULL THEN w.first_day ELSE d.first_day END AS first_day,
    CASE WHEN f.event_id IS NULL THEN w.last_day ELSE d.last_day END AS last_day,
    w.first_day AS written_first,
    w.last_day AS written_last,
    CASE WHEN f.event_id IS NULL THEN w.date_ids ELSE d.writing_ids END AS writing_ids,
    CASE WHEN f.event_id IS NULL THEN w.published_id ELSE d.published_id END AS published_id
FROM firsts AS f
JOIN claims AS c ON c.claim_id = f.claim_id AND (c.polarity = 'affirmed' OR f.kind IN ('never', 'not'))
JOIN passages AS p ON p.passage_id = c.passage_id
JOIN writing_days AS w ON w.article_id = p.article_id
LEFT JOIN event_days AS d ON d.event_id = f.event_id
LEFT JOIN events AS ev ON ev.event_id = f.event_id
LEFT JOIN actors AS t ON t.actor_id = ev.about
WHERE f.actor_id IS NOT NULL AND f.category_id IS NOT NULL
