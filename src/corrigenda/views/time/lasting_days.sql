-- First and last day on which what lasts surely went on, where an article prints from when to when: "president from
-- 2010 to 2020" says of neither year that it was so on all of its days.
-- grain: event_id
SELECT date.event_id, max(parsed.inner_first) AS first_day, min(parsed.inner_last) AS last_day
FROM dates AS date
JOIN edtf AS parsed ON parsed.text = date.edtf
JOIN events AS event ON event.event_id = date.event_id
JOIN kinds AS kind ON kind.kind_id = event.kind_id AND kind.lasts
WHERE date.kind = 'date'
GROUP BY date.event_id
HAVING bool_and(parsed.inner_first <= parsed.inner_last) AND max(parsed.inner_first) <= min(parsed.inner_last)
