-- Every reported event with each known one that it must be, whoever is said to take part. thing: what comes only
-- once to what it is about, with no other day printed. act: an official act about one thing on the very day. award:
-- one prize in one year, which at least one of those named got then. term: the start or the end of a term in an
-- office of one holder, on the very day.
-- grain: event_id, known_id
SELECT
    pair.event_id,
    told.claim_id,
    told.article_id,
    pair.known_id,
    CASE
        WHEN title.office_id IS NOT NULL THEN 'term'
        WHEN told.is_once THEN 'thing'
        WHEN prize.kind_id IS NOT NULL THEN 'award'
        ELSE 'act'
    END AS identity
FROM event_pairs AS pair
JOIN finished_events AS told ON told.event_id = pair.event_id
JOIN known_events AS known ON known.known_id = pair.known_id
JOIN event_agreements AS agreed ON agreed.event_id = pair.event_id AND agreed.known_id = pair.known_id
LEFT JOIN kind_scope AS scope ON scope.kind_id = 'act' AND scope.counts_id = told.kind_id
LEFT JOIN kind_scope AS prize ON prize.kind_id = 'award-event' AND prize.counts_id = told.kind_id
LEFT JOIN (
    SELECT mention.event_id, mention.office_id
    FROM mentions AS mention
    JOIN offices AS office ON office.office_id = mention.office_id AND office.holders = 'one'
    WHERE mention.event_id IS NOT NULL
    GROUP BY mention.event_id, mention.office_id
) AS title ON title.event_id = pair.event_id AND title.office_id = known.office_id
WHERE pair.way = 'same'
    AND NOT told.lasts
    AND (
        (
            told.is_once
            AND agreed.same_thing
            AND known.office_id IS NULL
            AND (told.stated IS NULL OR pair.days_apart <= 1)
        )
        OR (agreed.same_thing AND known.office_id IS NULL AND pair.is_same_day AND scope.kind_id IS NOT NULL)
        OR (
            prize.kind_id IS NOT NULL
            AND agreed.same_thing
            AND agreed.people > 0
            AND pair.days_apart <= 0
            AND told.last_day - told.first_day < 366
        )
        OR (title.office_id IS NOT NULL AND agreed.same_office AND pair.is_same_day AND known.kind_id = told.kind_id)
    )
