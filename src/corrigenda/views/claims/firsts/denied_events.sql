-- Every denied event with an affirmed one of the same kind, thing, people, scope and voice that can be of the same
-- time: said to be the same (relation_id), both without a day and in the present, or with days in common.
-- grain: event_id, other_id, relation_id
SELECT
    denied.event_id,
    denied.claim_id,
    denied.label,
    affirmed.event_id AS other_id,
    affirmed.claim_id AS other_claim_id,
    affirmed.label AS other_label,
    same.relation_id,
    same.relation_id IS NOT NULL
        OR (denied.stated IS NULL AND affirmed.stated IS NULL)
        OR coalesce(denied.first_day = denied.last_day AND affirmed.first_day = affirmed.last_day, FALSE) AS is_one_time
FROM voiced_events AS denied
JOIN voiced_events AS affirmed
    ON affirmed.article_id = denied.article_id
    AND affirmed.kind_id = denied.kind_id
    AND coalesce(affirmed.about, '') = coalesce(denied.about, '')
    AND affirmed.people = denied.people
    AND affirmed.scope = denied.scope
    AND affirmed.voice = denied.voice
    AND affirmed.polarity = 'affirmed'
LEFT JOIN relations AS same
    ON same.relation = 'same'
    AND (
        (same.event_id = denied.event_id AND same.other = affirmed.event_id)
        OR (same.event_id = affirmed.event_id AND same.other = denied.event_id)
    )
WHERE denied.polarity = 'denied'
    AND (
        same.relation_id IS NOT NULL
        OR (
            denied.stated IS NULL
            AND affirmed.stated IS NULL
            AND denied.tense = 'present'
            AND affirmed.tense = 'present'
        )
        OR (
            denied.stated IS NOT NULL
            AND affirmed.stated IS NOT NULL
            AND denied.first_day <= affirmed.last_day
            AND affirmed.first_day <= denied.last_day
        )
    )
