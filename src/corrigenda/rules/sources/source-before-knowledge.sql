-- Somebody is said to have reported something before it can have been known.
--
-- Why it happens: A statement was carried over to a later event, or one of the two days is wrong.
--
-- What is judged: What was still to come when it was said (announced, promised, warned of, expected) is not
-- judged. A day more or less is allowed for time zones, and days that overlap fit, for it was then said on a later one
-- of them. If the article does not date what was reported, the reference may: dated events of the same kind, about the
-- same thing, with somebody in common. Another event may be meant, and a source may know before the public does, so
-- that is only possible.
--
-- To settle: Look up when it was said, and whether it was said of this event.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: told_events by attribution_id
-- places: dates[telling_date_ids].edtf basis, dates[telling_writing_ids].edtf basis,
--   articles[telling_published_id].published basis, attributions.event_id basis, dates[date_ids].edtf basis,
--   dates[writing_ids].edtf basis,
--   events.tense basis, milestones[milestone_ids].known_from basis, milestones[milestone_ids].day context
-- message: {telling}[, dated {telling_stated},] {fits} as a report of something later: ‘{label}’[, dated {stated}][,
--   known as {known}][, {days_early:count day} later][; {doubt}]
WITH known_instances AS (
    -- What the reference knows of the kind, the thing and the people of an event whose days may be those of the event.
    SELECT DISTINCT
        told.attribution_id,
        told.event_id,
        milestone.milestone_id,
        concat(milestone.label, ' (known since ', milestone.known_from, ')') AS label,
        known.first_day
    FROM told_events AS told
    JOIN kind_scope AS counted ON counted.kind_id = told.kind_id
    JOIN milestones AS milestone ON milestone.kind_id = counted.counts_id AND milestone.about = told.about
    JOIN edtf AS happened ON happened.text = milestone.day
    JOIN edtf AS known ON known.text = milestone.known_from
    JOIN milestone_parties AS party ON party.milestone_id = milestone.milestone_id
    JOIN mentions AS mention
        ON mention.event_id = told.event_id
        AND mention.actor_id = party.for_id
        AND mention.part IN ('agent', 'counterpart', 'object')
    WHERE (told.written_last IS NULL OR known.first_day <= told.written_last)
        AND (told.last_day IS NULL OR happened.first_day <= told.last_day)
        AND (told.first_day IS NULL OR happened.last_day >= told.first_day)
),
known AS (
    SELECT
        attribution_id,
        event_id,
        array_agg(milestone_id) AS milestone_ids,
        string_agg(label, '; ' ORDER BY label) AS known,
        min(first_day) AS first_day
    FROM known_instances
    GROUP BY attribution_id, event_id
),
judged AS (
    SELECT
        told.*,
        known.milestone_ids AS known_ids,
        known.known AS known_as,
        CASE
            WHEN told.telling_last + 1 < told.first_day THEN 'certain'
            WHEN known.first_day > told.telling_last + 1 THEN 'known later'
            WHEN told.telling_first + 1 >= told.last_day OR told.telling_stated = told.stated THEN 'consistent'
            WHEN told.telling_first IS NULL OR told.last_day IS NULL THEN 'undecided'
            -- "Confirmed on Friday" what was reported "last week": whoever tells of it takes the days that fit.
            ELSE 'consistent'
        END AS fit
    FROM told_events AS told
    LEFT JOIN known ON known.attribution_id = told.attribution_id AND known.event_id = told.event_id
),
weights AS (
    SELECT fit, verdict, fits, doubt, weight
    FROM (
        VALUES
            ('certain', 'certain', 'does not fit', NULL, 1),
            (
                'known later', 'possible', 'may not fit',
                'another event may be meant, or one who knew it before others did', 3
            ),
            ('undecided', 'undecided', 'may not fit', NULL, 4)
    ) AS listed (fit, verdict, fits, doubt, weight)
),
ranked AS (
    SELECT
        judged.*,
        weight.verdict,
        weight.fits,
        weight.doubt,
        row_number() OVER (PARTITION BY judged.attribution_id ORDER BY weight.weight, judged.event_id) AS place
    FROM judged
    JOIN weights AS weight ON weight.fit = judged.fit
)
SELECT
    attribution_id,
    verdict,
    CASE
        WHEN verdict = 'undecided' THEN 'the days of the report or of what it reports are not known closely enough'
    END AS reason,
    fits,
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
    CASE WHEN fit = 'known later' THEN known_ids END AS milestone_ids,
    CASE WHEN fit = 'known later' THEN known_as END AS known,
    CASE WHEN fit = 'certain' THEN first_day - telling_last END AS days_early,
    doubt
FROM ranked
WHERE place = 1
