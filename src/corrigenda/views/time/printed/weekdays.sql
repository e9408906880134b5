-- The days of the week, Monday as 0: day 1 of the calendar is a Monday.
-- grain: weekday
SELECT weekday, weekday_number, concat(upper(substring(weekday, 1, 1)), substring(weekday, 2)) AS weekday_name
FROM (
    VALUES
    ('monday', 0),
    ('tuesday', 1),
    ('wednesday', 2),
    ('thursday', 3),
    ('friday', 4),
    ('saturday', 5),
    ('sunday', 6)
) AS days (weekday, weekday_number)
