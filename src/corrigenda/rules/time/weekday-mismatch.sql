-- A day of the week is printed with a date that does not fall on it.
--
-- Why it happens: The day, the month or the year was mistyped, a date was carried over from another year, or the
-- day is given in another time zone.
--
-- What is judged: A date fits if any of its days falls on the printed day of the week. A week or longer holds
-- every day of the week, so a month with a weekday never clashes. A date without a year is the nearest one that fits
-- the tense, counted from the day of writing; if that is more than three months off, another year may be meant, and
-- the clash is only possible. Without such a day it cannot be decided, and neither can a date that is marked as
-- uncertain.
--
-- To settle: Look up the date in a calendar, and find out which of the two the source has.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: printed_weekdays by date_id
-- places: dates.weekday basis, dates.edtf basis
-- message: "{as_printed}" is printed with {weekday_name} and does not fit it: {reading} falls on {actual}[,
--   {days_off:count day} off][; {doubt}]
-- repair: dates.edtf = {swapped}: with day and month swapped, the date falls on {weekday_name}
-- repair: dates.weekday = {actual_value}: the date stays and the weekday is {actual}
SELECT
    date.date_id,
    CASE
        WHEN date.first_day IS NULL OR date.last_day IS NULL THEN 'undecided'
        WHEN date.is_counted AND near.article_id IS NULL THEN 'possible'
        ELSE 'certain'
    END AS verdict,
    CASE
        WHEN NOT date.has_year THEN 'the date has no year'
        WHEN date.first_day IS NULL OR date.last_day IS NULL THEN 'the date is marked as uncertain'
    END AS reason,
    date.as_printed,
    date.reading,
    swap.swapped,
    CASE
        WHEN date.is_counted AND near.article_id IS NULL THEN 'no year is printed, and another may be meant'
    END AS doubt,
    date.weekday_name,
    CASE
        WHEN date.first_day = date.last_day THEN concat('a ', falling.weekday_name)
        ELSE 'other days of the week'
    END AS actual,
    falling.weekday AS actual_value,
    CASE
        WHEN date.first_day = date.last_day
            THEN least(
                (falling.weekday_number - date.weekday_number + 7) % 7,
                (date.weekday_number - falling.weekday_number + 7) % 7
            )
    END AS days_off
FROM printed_weekdays AS date
LEFT JOIN weekdays AS falling ON date.first_day = date.last_day AND falling.weekday_number = (date.first_day + 6) % 7
-- Of a day within three months of the writing no other year is meant.
LEFT JOIN published_days AS near
    ON near.article_id = date.article_id
    AND date.last_day >= near.first_day - 92
    AND date.first_day <= near.last_day + 92
LEFT JOIN edtf AS swap ON swap.text = date.edtf AND (swap.swapped_day + 6) % 7 = date.weekday_number
WHERE NOT date.has_year
    OR (date.first_day IS NULL AND date.last_day IS NULL)
    OR date.first_day + (date.weekday_number + 7 - (date.first_day + 6) % 7) % 7 > date.last_day
