-- Every printed date with a day of the week next to it.
-- grain: date_id
SELECT date.*, weekday.weekday_number, weekday.weekday_name
FROM printed_dates AS date
JOIN weekdays AS weekday ON weekday.weekday = date.weekday
