-- A tie in the reference ends before it begins.
--
-- Why it happens: The two dates were swapped, or a digit of a year is wrong.
--
-- What is judged: Dates are as precise as their source. The rule reports a tie only if its last possible day is before
-- its first possible day. Equal days fit.
--
-- To settle: Look up both days in the source of the row.
--
-- since: 0.3.0
-- severity: error
-- subject: reference
-- judges: tie_days by tie_id
-- places: ties.end basis, ties.start basis
-- message: the reference says that {actor} {label} {other} until {last:day} at the latest; this does not fit its
--   start, {first:day} at the earliest, {days:count day} later
-- repair: ties.end = {start_text}: start and end are swapped (the other one as well)
-- repair: ties.start = {end_text}: start and end are swapped (the other one as well)
SELECT
    days.tie_id,
    'certain' AS verdict,
    NULL AS reason,
    actor.label AS actor,
    kind.label,
    other.label AS other,
    tie."start" AS start_text,
    tie."end" AS end_text,
    starting.first_day AS first,
    ending.last_day AS last,
    starting.first_day - ending.last_day AS days
FROM tie_days AS days
JOIN ties AS tie ON tie.tie_id = days.tie_id
JOIN tie_kinds AS kind ON kind.tie_kind_id = tie.relation
JOIN actors AS actor ON actor.actor_id = tie.actor_id
JOIN actors AS other ON other.actor_id = tie.other_id
JOIN edtf AS starting ON starting.text = tie."start"
JOIN edtf AS ending ON ending.text = tie."end"
WHERE days.is_reversed
