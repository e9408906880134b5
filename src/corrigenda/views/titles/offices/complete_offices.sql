-- Offices whose holders are all known, with the days between which they surely are.
-- grain: completeness_id
SELECT complete.completeness_id, complete.office_id, since.last_day AS first_day, until.first_day AS last_day
FROM completeness AS complete
JOIN edtf AS since ON since.text = complete.since
JOIN edtf AS until ON until.text = complete.until
WHERE complete.office_id IS NOT NULL AND complete.actor_id IS NULL AND complete.category_id IS NULL
