-- Every term with the first and last day that its start and its end can mean, given that no term ends before it starts
-- (one that does shows nothing). What nothing bounds goes to the first or last day of the calendar; an open term is
-- known to go on up to as_of, or up to the day of its source, which says nothing of a term whose end is unknown. After
-- known_until nothing is known of the person in the office.
-- grain: tenure_id
WITH bounds AS (
    SELECT
        tenure.tenure_id,
        tenure.actor_id,
        tenure.office_id,
        tenure.end_state,
        open.first_day AS known_to,
        known.first_day AS known_until,
        coalesce(starting.first_day, calendar.first_day) AS start_first,
        coalesce(starting.last_day, calendar.last_day) AS start_last,
        coalesce(ending.first_day, open.first_day, calendar.first_day) AS until_first,
        coalesce(ending.last_day, open.last_day, calendar.last_day) AS until_last,
        coalesce(ending.last_day, calendar.last_day) AS end_last,
        calendar.first_day,
        calendar.last_day
    FROM tenures AS tenure
    CROSS JOIN calendar
    LEFT JOIN edtf AS starting ON starting.text = tenure."start"
    LEFT JOIN edtf AS ending ON ending.text = tenure."end"
    LEFT JOIN sources AS source ON source.source_id = tenure.source_id
    LEFT JOIN edtf AS known ON known.text = coalesce(tenure.as_of, source.known_until)
    LEFT JOIN edtf AS open
        ON open.text = coalesce(tenure.as_of, source.known_until) AND tenure.end_state = 'open' AND tenure."end" IS NULL
)
SELECT
    tenure_id,
    actor_id,
    office_id,
    end_state,
    known_to,
    known_until,
    start_first > until_last AS is_reversed,
    CASE WHEN start_first > until_last THEN first_day ELSE start_first END AS start_first,
    CASE WHEN start_first > until_last THEN last_day ELSE least(start_last, until_last) END AS start_last,
    CASE WHEN start_first > until_last THEN first_day ELSE greatest(until_first, start_first) END AS end_first,
    CASE WHEN start_first > until_last THEN last_day ELSE end_last END AS end_last
FROM bounds
