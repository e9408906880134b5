-- A day of the week is printed beside a date that does not fall on it.
--
-- Why it happens: the day, the month or the year is mistyped, a date is carried over from another year, or
-- the day is given in another time zone. A week or longer holds every day of the week, so that a month with
-- a weekday can never clash: the weekday narrows it.
--
-- To settle: look the date up in a calendar and find out which of the two the source has.
--
-- severity: error
-- subject: article
-- judges: printed_weekdays by date_id
-- places: dates.weekday basis, dates.edtf basis
-- message: {as_printed} is printed with {weekday}, but the date falls on {actual}[ ({days_off} days off)]
-- repair: dates.weekday = {actual_value}: the date stays and the weekday is {actual}
SELECT
    p.date_id,
    CASE WHEN p.first_day IS NULL OR p.last_day IS NULL THEN 'undecided' ELSE 'certain' END AS verdict,
    CASE WHEN p.first_day IS NULL OR p.last_day IS NULL THEN 'the date has no year' END AS reason,
    p.as_printed,
    p.weekday,
    CASE
        WHEN p.first_day < p.last_day THEN 'other days'
        ELSE CASE (p.first_day + 6) % 7
            WHEN 0 THEN 'a Monday' WHEN 1 THEN 'a Tuesday' WHEN 2 THEN 'a Wednesday' WHEN 3 THEN 'a Thursday'
            WHEN 4 THEN 'a Friday' WHEN 5 THEN 'a Saturday' ELSE 'a Sunday'
        END
    END AS actual,
    CASE
        WHEN p.first_day = p.last_day THEN CASE (p.first_day + 6) % 7
            WHEN 0 THEN 'monday' WHEN 1 THEN 'tuesday' WHEN 2 THEN 'wednesday' WHEN 3 THEN 'thursday'
            WHEN 4 THEN 'friday' WHEN 5 THEN 'saturday' ELSE 'sunday'
        END
    END AS actual_value,
    CASE WHEN p.first_day = p.last_day THEN least((p.first_day + 6 - p.weekday_number) % 7, 7 - (p.first_day + 6 - p.weekday_number) % 7) END AS days_off
FROM printed_weekdays AS p
WHERE p.first_day IS NULL
    OR p.last_day IS NULL
    OR p.first_day + (p.weekday_number + 7 - (p.first_day + 6) % 7) % 7 > p.last_day
