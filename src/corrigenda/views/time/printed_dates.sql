-- Every printed date that names a day, month or year, with its bounds and its claim.
SELECT d.date_id, ev.claim_id, ev.article_id, d.event_id, d.as_printed, d.edtf, d.weekday, e.first_day, e.last_day, e.precision, e.has_year
FROM dates AS d
JOIN edtf AS e ON e.text = d.edtf
JOIN events AS ev ON ev.event_id = d.event_id
WHERE d.kind = 'date'
