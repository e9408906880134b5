-- Every title of an office of which it is known since or until when it existed, with the days on which it possibly
-- (may_) and surely (sure_) did; what the reference does not bound goes to the ends of the calendar.
SELECT
    t.mention_id,
    t.claim_id,
    t.article_id,
    t.title_printed,
    o.office_id,
    o.label AS office,
    o.existed_from,
    o.existed_to,
    coalesce(f.first_day, 1) AS may_first,
    CASE WHEN o.existed_from IS NULL THEN 1 ELSE least(coalesce(f.last_day, 3652059), e.last_day) END AS sure_first,
    CASE WHEN o.existed_to IS NULL THEN 3652059 ELSE greatest(coalesce(e.first_day, 1), f.first_day) END AS sure_last,
    coalesce(e.last_day, 3652059) AS may_last
FROM titles AS t
JOIN offices AS o ON o.office_id = t.office_id
LEFT JOIN edtf AS f ON f.text = o.existed_from
LEFT JOIN edtf AS e ON e.text = o.existed_to
WHERE o.existed_from IS NOT NULL OR o.existed_to IS NOT NULL
