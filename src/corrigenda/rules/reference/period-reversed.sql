-- In a row of the reference something ends before it begins, or is known before it happens.
--
-- Why it happens: The two dates were swapped, or a digit of a year is wrong.
--
-- What is judged: People, bodies, offices and names with a beginning and an end, and milestones and figures with the
-- day since when they are known. Every day that the two dates can be must be in the wrong order. A milestone may be
-- known a day before its day (time zones), and a figure a year before the time that it is for. Terms have a rule of
-- their own.
--
-- To settle: Look up both dates in the source of the row.
--
-- since: 0.3.0
-- severity: error
-- subject: reference
-- judges: reference_periods by period_id
-- places: {table_name}[row_id].{last_field} basis, {table_name}[row_id].{first_field} basis
-- message: of {label}, {last_words} ({last:day} at the latest) is {days:count day} before {first_words} ({first:day}
--   at the earliest)
SELECT
    period.period_id,
    'certain' AS verdict,
    NULL AS reason,
    period.table_name,
    period.row_id,
    period.first_field,
    period.last_field,
    period.label,
    period.first_words,
    period.last_words,
    beginning.first_day AS first,
    ending.last_day AS last,
    beginning.first_day - ending.last_day AS days
FROM reference_periods AS period
JOIN edtf AS beginning ON beginning.text = period.first_text
JOIN edtf AS ending ON ending.text = period.last_text
WHERE beginning.first_day - period.slack > ending.last_day
