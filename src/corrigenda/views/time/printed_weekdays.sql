-- Every printed date with a day of the week beside it.
SELECT p.*, w.weekday_number, w.weekday_name
FROM printed_dates AS p
JOIN weekdays AS w ON w.weekday = p.weekday
