-- A term in the reference ends before it starts, or is known to be open before it starts.
--
-- Why it happens: Start and end were swapped, or a digit of a year is wrong.
--
-- What is judged: Dates are as precise as their source. The rule reports a term only if its last possible day is
-- before its first possible day. Equal days fit.
--
-- To settle: Look up both days in the source of the row.
--
-- since: 0.1.0
-- severity: error
-- subject: reference
-- judges: tenure_days by tenure_id
-- places: tenures[closed_id].end basis, tenures[open_id].as_of basis, tenures.start basis
-- message: the term of {actor} as {office} {ends} {last:day}; this does not
--   fit its start, {first:day} at the earliest, {days:count day} later
-- repair: tenures[closed_id].end = {start_text}: start and end are swapped (the other one as well)
-- repair: tenures[closed_id].start = {end_text}: start and end are swapped (the other one as well)
SELECT
    days.tenure_id,
    'certain' AS verdict,
    NULL AS reason,
    holder.label AS actor,
    office.label AS office,
    closed.tenure_id AS closed_id,
    open.tenure_id AS open_id,
    CASE WHEN closed.tenure_id IS NULL THEN 'is known up to' ELSE 'ends at the latest on' END AS ends,
    term."start" AS start_text,
    term."end" AS end_text,
    starting.first_day AS first,
    coalesce(ending.last_day, known.last_day) AS last,
    starting.first_day - coalesce(ending.last_day, known.last_day) AS days
FROM tenure_days AS days
JOIN tenures AS term ON term.tenure_id = days.tenure_id
JOIN actors AS holder ON holder.actor_id = term.actor_id
JOIN offices AS office ON office.office_id = term.office_id
JOIN edtf AS starting ON starting.text = term."start"
LEFT JOIN tenures AS closed ON closed.tenure_id = term.tenure_id AND closed."end" IS NOT NULL
LEFT JOIN tenures AS open ON open.tenure_id = term.tenure_id AND open."end" IS NULL
LEFT JOIN edtf AS ending ON ending.text = closed."end"
LEFT JOIN edtf AS known ON known.text = open.as_of
WHERE days.is_reversed
