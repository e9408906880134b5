-- Kinds of ties of which all are listed, of one actor on either side or (actor_id is empty) of all, with the days
-- between which they surely are.
-- grain: completeness_id
SELECT
    complete.completeness_id,
    complete.relation,
    complete.actor_id,
    since.last_day AS first_day,
    until.first_day AS last_day,
    concat(complete.since, ' to ', complete.until) AS complete
FROM completeness AS complete
JOIN edtf AS since ON since.text = complete.since
JOIN edtf AS until ON until.text = complete.until
WHERE complete.relation IS NOT NULL AND complete.category_id IS NULL AND complete.office_id IS NULL
