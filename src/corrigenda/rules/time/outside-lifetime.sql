-- A person, body, programme or weapon takes part in an event before it existed or after it had ended.
--
-- Why it happens: A year was mistyped, an act of a successor or a namesake was assigned to somebody who had died,
-- or a body is said to have acted under a name that it got later.
--
-- What is judged: Only those who act, take part or are said to have said it must exist. What an event is about
-- need not exist, and neither need a state or a place, whose names are also used for earlier times. What somebody
-- said or wrote may be published after the end, so a source is then only possible. If the reference gives no end,
-- the actor is taken to continue.
--
-- To settle: Look up the day of the event, and who it was.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: lived_parts by mention_id
-- places: mentions.name_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, actors[early_id].existed_from basis, actors[late_id].existed_to basis
-- message: {actor} does not fit as one who {does} in an event[ dated {stated}][, not before {not_before:day}][, not after
--   {not_after:day}][; {beginning} {existed_from}, at least {days_early} days later][; {ending} {existed_to}, at least {days_late} days
--   earlier][; some of these days lie outside the time in which it surely existed ({lifetime})][; {doubt}]
WITH told AS (
    SELECT
        *,
        last_day < may_first AS is_early,
        first_day > may_last AS is_late,
        CASE
            WHEN may_first > may_last THEN 'the reference has the end before the beginning'
            WHEN first_day > last_day THEN 'the dates that bound the event leave no day for it'
            WHEN last_day < may_first THEN 'certain'
            WHEN first_day > may_last THEN CASE WHEN part = 'source' THEN 'possible' ELSE 'certain' END
            WHEN coalesce(first_day, 1) >= sure_first AND coalesce(last_day, 3652059) <= sure_last THEN 'consistent'
            WHEN first_day IS NULL AND last_day IS NULL THEN 'no day is known for the event'
            WHEN first_day IS NULL THEN 'the event has no first day'
            WHEN last_day IS NULL THEN 'the event has no last day'
            ELSE 'possible'
        END AS verdict
    FROM lived_parts
)
SELECT
    mention_id,
    CASE WHEN verdict IN ('certain', 'possible') THEN verdict ELSE 'undecided' END AS verdict,
    CASE WHEN verdict NOT IN ('certain', 'possible') THEN verdict END AS reason,
    actor,
    CASE part WHEN 'agent' THEN 'acts' WHEN 'counterpart' THEN 'shares' ELSE 'speaks' END AS does,
    stated,
    not_before,
    not_after,
    date_ids,
    writing_ids,
    published_id,
    existed_from,
    existed_to,
    CASE WHEN is_early OR (NOT is_late AND first_day < sure_first) THEN actor_id END AS early_id,
    CASE WHEN is_late OR (NOT is_early AND last_day > sure_last) THEN actor_id END AS late_id,
    CASE WHEN kind = 'person' THEN 'born' ELSE 'in existence since' END AS beginning,
    CASE WHEN kind = 'person' THEN 'died' ELSE 'in existence until' END AS ending,
    CASE WHEN is_early THEN may_first - last_day END AS days_early,
    CASE WHEN is_late THEN first_day - may_last END AS days_late,
    CASE WHEN NOT is_early AND NOT is_late THEN concat(coalesce(existed_from, 'open'), ' to ', coalesce(existed_to, 'open')) END AS lifetime,
    CASE WHEN is_late AND part = 'source' THEN 'what was said or written before may be told after' END AS doubt
FROM told
WHERE verdict <> 'consistent'
