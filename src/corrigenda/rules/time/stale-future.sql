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
-- places: events.tense basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis, articles[published_id].published basis,
--   milestones.day basis, milestones.known_from basis, participants[part_ids].actor_id basis
-- message: {label}, told as still to come[ and dated {stated}], {fit}: known is "{milestone}" ({day}), public since {known_from},
--   {days} days before the article can have been written[; {doubt}]
-- repair: events.tense = past: the event had happened when the article was written
WITH parties AS (
    SELECT
        e.event_id,
        p.milestone_id,
        count(DISTINCT m.actor_id) AS parties,
        array_agg(DISTINCT p.participant_id) AS part_ids
    FROM coming_events AS e
    JOIN mentions AS m ON m.event_id = e.event_id AND m.part IN ('agent', 'counterpart')
    JOIN actors AS a ON a.actor_id = m.actor_id AND a.kind IN ('person', 'body', 'state')
    JOIN milestone_parties AS p ON p.for_id = m.actor_id
    GROUP BY e.event_id, p.milestone_id
),
candidates AS (
    SELECT
        e.event_id,
        m.milestone_id,
        p.part_ids,
        coalesce(e.first_day = e.last_day AND d.first_day = d.last_day AND d.last_day + 1 < e.written_first, FALSE) AS is_same_day,
        d.last_day,
        e.written_first - k.last_day AS days
    FROM coming_events AS e
    JOIN kind_scope AS s ON s.kind_id = e.kind_id
    JOIN milestones AS m ON m.kind_id = s.counts_id AND (m.about = e.about OR e.about IS NULL)
    JOIN edtf AS d ON d.text = m.day
    JOIN edtf AS k ON k.text = m.known_from
    LEFT JOIN parties AS p ON p.event_id = e.event_id AND p.milestone_id = m.milestone_id
    WHERE d.last_day < e.written_first
        AND k.last_day < e.written_first
        AND coalesce(p.parties, 0) = e.parties
        AND d.first_day <= coalesce(e.last_day, d.first_day)
        AND d.last_day >= coalesce(e.first_day, d.last_day)
        AND (NOT e.recurs OR e.last_day < e.written_first)
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY is_same_day DESC, last_day DESC, milestone_id) AS place
    FROM candidates
)
SELECT
    e.event_id,
    CASE WHEN c.is_same_day THEN 'certain' WHEN c.event_id IS NOT NULL THEN 'possible' ELSE 'undecided' END AS verdict,
    CASE
        WHEN c.event_id IS NOT NULL THEN NULL
        WHEN e.written_first IS NULL THEN 'nothing printed tells a first day of writing'
        ELSE 'the reference knows no such event from before the writing, and is not complete enough to rule one out'
    END AS reason,
    e.label,
    e.stated,
    e.date_ids,
    e.writing_ids,
    e.published_id,
    c.milestone_id,
    c.part_ids,
    c.days,
    m.label AS milestone,
    m.day,
    m.known_from,
    CASE WHEN c.is_same_day THEN 'does not fit' ELSE 'may not fit' END AS fit,
    CASE WHEN NOT c.is_same_day THEN 'it may be another one' END AS doubt
FROM coming_events AS e
LEFT JOIN ranked AS c ON c.event_id = e.event_id AND c.place = 1
LEFT JOIN milestones AS m ON m.milestone_id = c.milestone_id
WHERE c.event_id IS NOT NULL OR NOT coalesce(e.first_day > e.written_last, FALSE)
