-- An event is described as still to come, and the reference knows that it had happened when the article was
-- written.
--
-- Why it happens: A text from an earlier day was taken over, a plan was not followed up, or the news came while
-- the article was being written.
--
-- What is judged: What became known only on the day of writing or later is not used. A known event can be the one
-- meant if it is of the same kind or a narrower one, is about the same thing, and had all the printed people
-- taking part. Meetings, calls and statements recur, so an earlier one counts only if the printed date is over and
-- points to it. Only a known event on the very day that is printed is certain.
--
-- To settle: Find out whether the event meant has taken place. Describe it as past, or say that it is another one.
--
-- since: 0.2.0
-- severity: warning
-- subject: article
-- judges: coming_events by event_id
-- places: events.tense basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, milestones.day basis, milestones.known_from basis,
--   participants[part_ids].actor_id basis
-- message: ‘{label}’, described as still to come[ and dated {stated}], {fit}: the reference knows ‘{milestone}’
--   ({day}), public since {known_from}, {days:count day} before the article can have been written[; {doubt}]
-- repair: events.tense = past: the event had happened when the article was written
WITH parties AS (
    SELECT
        coming.event_id,
        party.milestone_id,
        count(DISTINCT mention.actor_id) AS parties,
        array_agg(DISTINCT party.participant_id) AS part_ids
    FROM coming_events AS coming
    JOIN mentions AS mention ON mention.event_id = coming.event_id AND mention.part IN ('agent', 'counterpart')
    JOIN actors AS actor ON actor.actor_id = mention.actor_id AND actor.kind IN ('person', 'body', 'state')
    JOIN milestone_parties AS party ON party.for_id = mention.actor_id
    GROUP BY coming.event_id, party.milestone_id
),
candidates AS (
    SELECT
        coming.event_id,
        milestone.milestone_id,
        party.part_ids,
        coalesce(
            coming.first_day = coming.last_day
                AND day.first_day = day.last_day
                AND day.last_day + 1 < coming.written_first,
            FALSE
        ) AS is_same_day,
        day.last_day,
        coming.written_first - known.last_day AS days
    FROM coming_events AS coming
    JOIN kind_scope AS scope ON scope.kind_id = coming.kind_id
    JOIN milestones AS milestone
        ON milestone.kind_id = scope.counts_id AND (milestone.about = coming.about OR coming.about IS NULL)
    JOIN edtf AS day ON day.text = milestone.day
    JOIN edtf AS known ON known.text = milestone.known_from
    LEFT JOIN parties AS party ON party.event_id = coming.event_id AND party.milestone_id = milestone.milestone_id
    WHERE day.last_day < coming.written_first
        AND known.last_day < coming.written_first
        AND coalesce(party.parties, 0) = coming.parties
        AND day.first_day <= coalesce(coming.last_day, day.first_day)
        AND day.last_day >= coalesce(coming.first_day, day.last_day)
        AND (NOT coming.recurs OR coming.last_day < coming.written_first)
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY is_same_day DESC, last_day DESC, milestone_id) AS place
    FROM candidates
)
SELECT
    coming.event_id,
    CASE
        WHEN candidate.is_same_day THEN 'certain'
        WHEN candidate.event_id IS NOT NULL THEN 'possible'
        ELSE 'undecided'
    END AS verdict,
    CASE
        WHEN candidate.event_id IS NOT NULL THEN NULL
        WHEN coming.written_first IS NULL THEN 'nothing printed gives a first day of writing'
        ELSE 'the reference knows no such event from before the writing, and is not complete enough to rule one out'
    END AS reason,
    coming.label,
    coming.stated,
    coming.date_ids,
    coming.writing_ids,
    coming.published_id,
    candidate.milestone_id,
    candidate.part_ids,
    candidate.days,
    milestone.label AS milestone,
    milestone.day,
    milestone.known_from,
    CASE WHEN candidate.is_same_day THEN 'does not fit' ELSE 'may not fit' END AS fit,
    CASE WHEN NOT candidate.is_same_day THEN 'it may be another one' END AS doubt
FROM coming_events AS coming
LEFT JOIN ranked AS candidate ON candidate.event_id = coming.event_id AND candidate.place = 1
LEFT JOIN milestones AS milestone ON milestone.milestone_id = candidate.milestone_id
WHERE candidate.event_id IS NOT NULL OR NOT coalesce(coming.first_day > coming.written_last, FALSE)
