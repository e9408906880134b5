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
        t.attribution_id,
        t.event_id,
        array_agg(DISTINCT m.milestone_id) AS milestone_ids,
        string_agg(DISTINCT concat(m.label, ' (known since ', m.known_from, ')'), '; ' ORDER BY concat(m.label, ' (known since ', m.known_from, ')')) AS known,
        min(k.first_day) AS first_day
    FROM told_events AS t
    JOIN kind_scope AS s ON s.kind_id = t.kind_id
    JOIN milestones AS m ON m.kind_id = s.counts_id AND m.about = t.about
    JOIN edtf AS d ON d.text = m.day
    JOIN edtf AS k ON k.text = m.known_from
    JOIN milestone_parties AS p ON p.milestone_id = m.milestone_id
    JOIN mentions AS n ON n.event_id = t.event_id AND n.actor_id = p.for_id AND n.part IN ('agent', 'counterpart', 'object')
    WHERE k.first_day <= coalesce(t.written_last, 3652059)
        AND d.first_day <= coalesce(t.last_day, 3652059)
        AND d.last_day >= coalesce(t.first_day, 1)
    GROUP BY t.attribution_id, t.event_id
),
judged AS (
    SELECT
        t.*,
        CASE
            WHEN t.telling_last + 1 < t.first_day THEN 'certain'
            WHEN k.first_day > t.telling_last + 1 THEN 'known later'
            WHEN t.telling_first + 1 >= t.last_day OR t.telling_stated = t.stated THEN 'consistent'
            WHEN t.telling_first IS NULL OR t.last_day IS NULL THEN 'undecided'
            ELSE 'possible'
        END AS fit,
        k.milestone_ids,
        k.known
    FROM told_events AS t
    LEFT JOIN known AS k ON k.attribution_id = t.attribution_id AND k.event_id = t.event_id
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
