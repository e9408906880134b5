-- Every printed date or calendar phrase with its bounds. What counts from the day of writing (a date without a year, a
-- weekday, "last month") has those that this leaves; without such a day only a date with its year bounds anything.
-- shown is how a message says it, and is_counted tells what was counted from the day of writing.
-- grain: date_id
SELECT
    date.date_id,
    date.event_id,
    date.passage_id,
    date.as_printed,
    date.edtf,
    date.weekday,
    counted.date_id IS NOT NULL AS is_counted,
    coalesce(parsed.first_day, counted.first_day) AS first_day,
    coalesce(parsed.last_day, counted.last_day) AS last_day,
    CASE
        WHEN counted.date_id IS NULL THEN parsed.precision
        WHEN counted.first_day = counted.last_day THEN 'day'
        ELSE 'interval'
    END AS precision,
    coalesce(parsed.has_year, FALSE) OR counted.date_id IS NOT NULL AS has_year,
    coalesce(counted.reading, date.edtf) AS reading,
    CASE
        WHEN counted.date_id IS NULL THEN date.edtf
        ELSE concat_ws(
            ' ', concat(counted.reading, ' ("', date.as_printed, '", counted from'), concat(counted.counted_from, ')')
        )
    END AS shown
FROM dates AS date
LEFT JOIN edtf AS parsed ON parsed.text = date.edtf
LEFT JOIN anchored_dates AS counted ON counted.date_id = date.date_id AND NOT coalesce(parsed.has_year, FALSE)
WHERE counted.date_id IS NOT NULL OR (date.kind = 'date' AND parsed.text IS NOT NULL)
