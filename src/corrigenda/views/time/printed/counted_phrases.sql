-- Every phrase that is counted from the day of writing ("last month") next to a date of the same event, in its own row
-- or another, with the days of both; days_late and days_early are by how many days the phrase surely lies after, or
-- before, that date. What goes_on lasts, or comes again, so that the two may be of different parts.
-- grain: date_id
SELECT
    counted.date_id,
    event.article_id,
    event.claim_id,
    phrase.as_printed,
    counted.reading,
    counted.counted_from,
    counted.first_day,
    counted.last_day,
    beside.stated,
    beside.date_ids,
    published.dateline_ids,
    CASE WHEN published.dateline_ids IS NULL THEN event.article_id END AS published_id,
    counted.first_day - beside.last_day AS days_late,
    beside.first_day - counted.last_day AS days_early,
    kind.lasts OR repeated.event_id IS NOT NULL AS goes_on
FROM anchored_dates AS counted
JOIN dates AS phrase ON phrase.date_id = counted.date_id
JOIN events AS event ON event.event_id = phrase.event_id
JOIN kinds AS kind ON kind.kind_id = event.kind_id
JOIN published_days AS published ON published.article_id = event.article_id
JOIN (
    SELECT
        own.date_id,
        max(parsed.first_day) AS first_day,
        min(parsed.last_day) AS last_day,
        array_agg(other.date_id) AS date_ids,
        string_agg(other.edtf, ' and ' ORDER BY other.date_id) AS stated
    FROM dates AS own
    JOIN dates AS other ON other.event_id = own.event_id AND other.kind = 'date'
    JOIN edtf AS parsed ON parsed.text = other.edtf AND parsed.has_year
    WHERE own.phrase_id IS NOT NULL
    GROUP BY own.date_id
) AS beside ON beside.date_id = counted.date_id AND beside.first_day <= beside.last_day
LEFT JOIN (SELECT DISTINCT event_id FROM dates WHERE kind = 'frequency') AS repeated
    ON repeated.event_id = event.event_id
