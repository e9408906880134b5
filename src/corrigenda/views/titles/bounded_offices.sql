-- Every title of an office of which it is known since or until when it existed, with the days on which it possibly
-- (may_) and surely (sure_) did; what the reference does not bound goes to the ends of the calendar.
-- grain: mention_id
SELECT
    title.mention_id,
    title.claim_id,
    title.article_id,
    title.event_id,
    title.title_time,
    title.title_printed,
    office.office_id,
    office.label AS office,
    office.existed_from,
    office.existed_to,
    coalesce(since.first_day, calendar.first_day) AS may_first,
    CASE
        WHEN office.existed_from IS NULL THEN calendar.first_day
        ELSE least(coalesce(since.last_day, calendar.last_day), until.last_day)
    END AS sure_first,
    CASE
        WHEN office.existed_to IS NULL THEN calendar.last_day
        ELSE greatest(coalesce(until.first_day, calendar.first_day), since.first_day)
    END AS sure_last,
    coalesce(until.last_day, calendar.last_day) AS may_last
FROM titles AS title
CROSS JOIN calendar
JOIN offices AS office ON office.office_id = title.office_id
LEFT JOIN edtf AS since ON since.text = office.existed_from
LEFT JOIN edtf AS until ON until.text = office.existed_to
WHERE office.existed_from IS NOT NULL OR office.existed_to IS NOT NULL
