-- First and last day on which what lasts surely went on, where an article prints since when or until when: "president
-- from 2010 to 2020" says of neither year that it was so on all of its days. What is open to a side ("since 2010":
-- `2010/..`) is so to the last day that the event can have, and has none here; of what ends at an unknown time
-- (`2010/`) only the day by which it had begun is sure.
-- grain: event_id
WITH sides AS (
    SELECT
        date.event_id,
        coalesce(parsed.inner_first, CASE WHEN NOT parsed.is_open THEN parsed.inner_last END) AS first_day,
        coalesce(parsed.inner_last, CASE WHEN NOT parsed.is_open THEN parsed.inner_first END) AS last_day,
        parsed.inner_first IS NOT NULL OR parsed.inner_last IS NOT NULL AS is_period
    FROM dates AS date
    JOIN edtf AS parsed ON parsed.text = date.edtf
    JOIN events AS event ON event.event_id = date.event_id
    JOIN kinds AS kind ON kind.kind_id = event.kind_id AND kind.lasts
    WHERE date.kind = 'date'
)
SELECT event_id, max(first_day) AS first_day, min(last_day) AS last_day
FROM sides
GROUP BY event_id
HAVING bool_or(is_period)
    AND bool_and(coalesce(first_day <= last_day, TRUE))
    AND coalesce(max(first_day) <= min(last_day), TRUE)
