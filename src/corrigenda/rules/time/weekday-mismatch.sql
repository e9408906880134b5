-- A day of the week is printed with a date that does not fall on it.
--
-- Why it happens: The day, the month or the year was mistyped, a date was carried over from another year, or the
-- day is given in another time zone.
--
-- What is judged: A date fits if any of its days falls on the printed day of the week. A week or longer holds
-- every day of the week, so a month with a weekday never clashes. A date without a year, or one that is marked as
-- uncertain, cannot be decided.
--
-- To settle: Look up the date in a calendar, and find out which of the two the source has.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: printed_weekdays by date_id
-- places: dates.weekday basis, dates.edtf basis
-- message: "{as_printed}" is printed with {weekday_name} and does not fit it: {edtf} falls on {actual}[, {days_off} days off]
-- repair: dates.weekday = {actual_value}: the date stays and the weekday is {actual}
SELECT
    p.date_id,
    CASE WHEN p.first_day IS NULL OR p.last_day IS NULL THEN 'undecided' ELSE 'certain' END AS verdict,
    CASE WHEN NOT p.has_year THEN 'the date has no year' WHEN p.first_day IS NULL OR p.last_day IS NULL THEN 'the date is marked as uncertain' END AS reason,
    p.as_printed,
    p.edtf,
    p.weekday_name,
    CASE WHEN p.first_day = p.last_day THEN concat('a ', f.weekday_name) ELSE 'other days of the week' END AS actual,
    f.weekday AS actual_value,
    CASE
        WHEN p.first_day = p.last_day
            THEN least((f.weekday_number - p.weekday_number + 7) % 7, (p.weekday_number - f.weekday_number + 7) % 7)
    END AS days_off
FROM printed_weekdays AS p
LEFT JOIN weekdays AS f ON p.first_day = p.last_day AND f.weekday_number = (p.first_day + 6) % 7
WHERE NOT p.has_year
    OR (p.first_day IS NULL AND p.last_day IS NULL)
    OR p.first_day + (p.weekday_number + 7 - (p.first_day + 6) % 7) % 7 > p.last_day
