-- Offices whose holders are all known, with the days between which they surely are.
SELECT c.completeness_id, c.office_id, s.last_day AS first_day, u.first_day AS last_day
FROM completeness AS c
JOIN edtf AS s ON s.text = c.since
JOIN edtf AS u ON u.text = c.until
WHERE c.office_id IS NOT NULL AND c.actor_id IS NULL AND c.category_id IS NULL
