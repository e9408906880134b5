-- The calendar of the program: its first and last day, and the days just outside it, which no date can be.
-- grain: first_day
SELECT 1 AS first_day, 3652059 AS last_day, 0 AS day_before, 3652060 AS day_after
