-- A term in the reference starts before its holder was born, ends after the holder had died, or goes beyond its office.
--
-- Why it happens: Two people of one name were taken for one, a list gives the whole period of a parliament to
-- everybody in it, or a digit of a year is wrong.
--
-- What is judged: The term is compared with the life of its holder, of its office and of the body that the office
-- leads or belongs to. It is reported only if every day that its start or its end can be is outside that life. A
-- month or a year that can include the day fits, and so does an open term that is known up to that day.
--
-- To settle: Look up both days in a source: that of the term, and that of the life. Find out which one does not fit.
--
-- since: 0.3.0
-- severity: error
-- subject: reference
-- judges: tenures by tenure_id
-- places: tenures[tenure_id].{term_field} basis, tenures[open_id].as_of basis, {table_name}[row_id].{field} basis
-- message: {actor} {is_or_was} {office} {until}{day:day}, {days:count day} {direction} {happened} ({bound:day})
WITH compared AS (
    SELECT
        bound.tenure_id,
        bound.table_name,
        bound.row_id,
        bound.field,
        bound.is_start,
        bound.happened,
        -- Where nothing tells when the term ended, its start at least must not come after the end of that life.
        CASE
            WHEN bound.is_start OR (ending.text IS NULL AND known.text IS NULL) THEN 'start'
            ELSE 'end'
        END AS term_field,
        CASE
            WHEN NOT bound.is_start AND ending.text IS NULL AND known.text IS NOT NULL THEN bound.tenure_id
        END AS open_id,
        CASE
            WHEN bound.is_start THEN starting.last_day
            ELSE coalesce(ending.first_day, known.first_day, starting.first_day)
        END AS day,
        CASE WHEN bound.is_start THEN life.first_day ELSE life.last_day END AS bound
    FROM life_bounds AS bound
    JOIN edtf AS life ON life.text = bound.text
    JOIN tenures AS term ON term.tenure_id = bound.tenure_id
    LEFT JOIN edtf AS starting ON starting.text = term."start"
    LEFT JOIN edtf AS ending ON ending.text = term."end"
    LEFT JOIN edtf AS known ON known.text = term.as_of AND term."end" IS NULL AND term.end_state = 'open'
),
outside AS (
    SELECT
        *,
        abs(day - bound) AS days,
        row_number() OVER (PARTITION BY tenure_id ORDER BY abs(day - bound) DESC, table_name, row_id, field) AS place
    FROM compared
    WHERE (is_start AND day < bound) OR (NOT is_start AND day > bound)
)
SELECT
    term.tenure_id,
    'certain' AS verdict,
    NULL AS reason,
    outside.term_field,
    outside.open_id,
    outside.table_name,
    outside.row_id,
    outside.field,
    holder.label AS actor,
    office.label AS office,
    CASE WHEN outside.term_field = 'start' THEN 'became' ELSE 'was' END AS is_or_was,
    CASE WHEN outside.term_field = 'start' THEN 'on ' ELSE 'until ' END AS until,
    outside.day,
    outside.days,
    CASE WHEN outside.is_start THEN 'before' ELSE 'after' END AS direction,
    outside.happened,
    outside.bound
FROM outside
JOIN tenures AS term ON term.tenure_id = outside.tenure_id
JOIN actors AS holder ON holder.actor_id = term.actor_id
JOIN offices AS office ON office.office_id = term.office_id
WHERE outside.place = 1
