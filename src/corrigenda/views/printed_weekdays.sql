-- Every printed date with a day of the week beside it; weekday_number counts Monday as 0.
SELECT
    p.*,
    CASE p.weekday
        WHEN 'monday' THEN 0 WHEN 'tuesday' THEN 1 WHEN 'wednesday' THEN 2 WHEN 'thursday' THEN 3
        WHEN 'friday' THEN 4 WHEN 'saturday' THEN 5 ELSE 6
    END AS weekday_number
FROM printed_dates AS p
WHERE p.weekday IS NOT NULL
