-- Every claim that something is the first, the only or the nth (number) one of its category, for an actor or (where
-- actor_id is empty) for anybody at all, never was, or is not so; with its days (those of writing where it has no
-- event), its tense and the days of writing. Of a class of people the actor is the class, which everybody of it counts
-- for. is_of_thing where it is about one programme or weapon.
-- grain: first_id
SELECT
    called.first_id,
    called.claim_id,
    passage.article_id,
    called.event_id,
    called.kind,
    called.number,
    called.as_printed,
    -- "The first justice": a thing that nobody is twice cannot be the first for one person alone.
    CASE
        WHEN called.class_id IS NOT NULL THEN called.class_id
        WHEN whom.kind = 'person' AND called.kind IN ('first', 'only') AND counted.recurs = FALSE THEN NULL
        ELSE called.actor_id
    END AS actor_id,
    called.class_id,
    called.category_id,
    event.about,
    coalesce(event.tense, 'unstated') AS tense,
    thing.topic IS NOT NULL AS is_of_thing,
    days.stated,
    days.date_ids,
    CASE WHEN called.event_id IS NULL THEN writing.first_day ELSE days.first_day END AS first_day,
    CASE WHEN called.event_id IS NULL THEN writing.last_day ELSE days.last_day END AS last_day,
    writing.first_day AS written_first,
    writing.last_day AS written_last,
    CASE WHEN called.event_id IS NULL THEN writing.date_ids ELSE days.writing_ids END AS writing_ids,
    CASE WHEN called.event_id IS NULL THEN writing.published_id ELSE days.published_id END AS published_id
FROM firsts AS called
JOIN claims AS claim
    ON claim.claim_id = called.claim_id
    AND (claim.polarity = 'affirmed' OR called.kind IN ('never', 'not'))
JOIN passages AS passage ON passage.passage_id = claim.passage_id
JOIN writing_days AS writing ON writing.article_id = passage.article_id
LEFT JOIN event_days AS days ON days.event_id = called.event_id
LEFT JOIN events AS event ON event.event_id = called.event_id
LEFT JOIN actors AS thing ON thing.actor_id = event.about
LEFT JOIN actors AS whom ON whom.actor_id = called.actor_id
LEFT JOIN categories AS category ON category.category_id = called.category_id
LEFT JOIN kinds AS counted ON counted.kind_id = category.kind_id
