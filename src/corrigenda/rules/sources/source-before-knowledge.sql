-- Somebody is said to have reported something before it can have been known.
--
-- Why it happens: A statement was carried over to a later event, or one of the two days is wrong.
--
-- What is judged: What was still to come when it was said (announced, promised, warned of, expected) is not
-- judged. A day more or less is allowed for time zones, and two events with the same date fit. If the article does
-- not date what was reported, the reference may: dated events of the same kind, about the same thing, with
-- somebody in common. Another event may be meant, and a source may know before the public does, so that is only
-- possible.
--
-- To settle: Look up when it was said, and whether it was said of this event.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: told_events by attribution_id
-- places: dates[telling_date_ids].edtf basis, dates[telling_writing_ids].edtf basis,
--   articles[telling_published_id].published basis, attributions.event_id basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   events.tense basis, milestones[milestone_ids].known_from basis, milestones[milestone_ids].day context
-- message: {telling}[, dated {telling_stated},] {fits} as the telling of what lies later: {label}[, dated {stated}][, known
--   as {known}][, {days_early} days later][; {doubt}]
WITH known AS (
    SELECT
        told_event.attribution_id,
        told_event.event_id,
        array_agg(DISTINCT milestone.milestone_id) AS milestone_ids,
        string_agg(DISTINCT concat(milestone.label, ' (known since ', milestone.known_from, ')'), '; ' ORDER BY concat(milestone.label, ' (known since ', milestone.known_from, ')')) AS known,
        min(other_span.first_day) AS first_day
    FROM told_events AS told_event
    JOIN kind_scope AS counted ON counted.kind_id = told_event.kind_id
    JOIN milestones AS milestone ON milestone.kind_id = counted.counts_id AND milestone.about = told_event.about
    JOIN edtf AS span ON span.text = milestone.day
    JOIN edtf AS other_span ON other_span.text = milestone.known_from
    JOIN milestone_parties AS party ON party.milestone_id = milestone.milestone_id
    JOIN mentions AS mention ON mention.event_id = told_event.event_id AND mention.actor_id = party.for_id AND mention.part IN ('agent', 'counterpart', 'object')
    WHERE other_span.first_day <= coalesce(told_event.written_last, 3652059)
        AND span.first_day <= coalesce(told_event.last_day, 3652059)
        AND span.last_day >= coalesce(told_event.first_day, 1)
    GROUP BY told_event.attribution_id, told_event.event_id
),
judged AS (
    SELECT
        told_event.*,
        CASE
            WHEN told_event.telling_last + 1 < told_event.first_day THEN 'certain'
            WHEN known.first_day > told_event.telling_last + 1 THEN 'known later'
            WHEN told_event.telling_first + 1 >= told_event.last_day OR told_event.telling_stated = told_event.stated THEN 'consistent'
            WHEN told_event.telling_first IS NULL OR told_event.last_day IS NULL THEN 'undecided'
            ELSE 'possible'
        END AS fit,
        known.milestone_ids,
        known.known
    FROM told_events AS told_event
    LEFT JOIN known AS known ON known.attribution_id = told_event.attribution_id AND known.event_id = told_event.event_id
),
ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY attribution_id
            ORDER BY CASE fit WHEN 'certain' THEN 1 WHEN 'possible' THEN 2 WHEN 'known later' THEN 3 ELSE 4 END, event_id
        ) AS place
    FROM judged
    WHERE fit <> 'consistent'
)
SELECT
    attribution_id,
    CASE fit WHEN 'known later' THEN 'possible' ELSE fit END AS verdict,
    CASE WHEN fit = 'undecided' THEN 'the days of the telling or of what was told are not known closely enough' END AS reason,
    CASE WHEN fit = 'certain' THEN 'does not fit' ELSE 'may not fit' END AS fits,
    event_id,
    telling,
    telling_stated,
    telling_date_ids,
    telling_writing_ids,
    telling_published_id,
    label,
    stated,
    date_ids,
    writing_ids,
    CASE WHEN fit = 'known later' THEN milestone_ids END AS milestone_ids,
    CASE WHEN fit = 'known later' THEN known END AS known,
    CASE WHEN fit = 'certain' THEN first_day - telling_last END AS days_early,
    CASE
        WHEN fit = 'known later' THEN 'another event may be meant, or one who knew it before others did'
        WHEN fit = 'possible' THEN 'some of these days fit'
    END AS doubt
FROM ranked
WHERE place = 1
