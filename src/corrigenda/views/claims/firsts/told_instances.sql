-- Every claim of being the first or the only one, or denial, with what the article itself tells as begun or done in the
-- same or a wider category (steps) by the same actor (by anybody where none is named), in another claim and at a time
-- that the claim speaks of.
-- grain: first_id, other_id, steps
SELECT DISTINCT
    said.first_id,
    said.claim_id,
    said.event_id,
    said.kind,
    said.as_printed,
    scope.steps,
    category.definition,
    told.event_id AS other_id,
    told.claim_id AS other_claim_id,
    told.label AS other_label,
    told.tense AS other_tense,
    said.actor_id IS NULL AS is_of_anybody,
    coalesce(told.about = said.about, FALSE) AS is_same_thing,
    voice.voice = other_voice.voice AS is_one_voice
FROM firsts_and_denials AS said
JOIN category_scope AS scope ON scope.category_id = said.category_id
JOIN categories AS category ON category.category_id = scope.wider_id
JOIN category_events AS told
    ON told.category_id = scope.wider_id
    AND (
        told.actor_id = said.actor_id
        -- "She will be the first woman to lead it", and her own appointment, which the article tells as past.
        OR (
            said.actor_id IS NULL
            AND NOT EXISTS (
                SELECT 1 FROM event_actors AS own
                JOIN mentions AS mention ON mention.actor_id = own.for_id AND mention.event_id = said.event_id
                WHERE own.event_id = told.event_id AND mention.part IN ('agent', 'counterpart', 'object')
            )
        )
    )
    AND told.article_id = said.article_id
    AND told.claim_id <> said.claim_id
    AND told.event_id <> coalesce(said.event_id, '')
JOIN claim_voices AS voice
    ON voice.claim_id = said.claim_id
    AND voice.modality IN ('asserted', 'reported', 'anticipated')
JOIN claim_voices AS other_voice ON other_voice.claim_id = told.claim_id
JOIN event_days AS days ON days.event_id = told.event_id
WHERE said.kind = 'only'
    OR (said.kind <> 'nth' AND (said.tense = 'future' OR days.last_day + 1 < said.first_day))
    OR (
        said.kind IN ('never', 'not')
        AND said.tense <> 'past'
        AND (NOT said.is_of_thing OR told.about = said.about)
    )
