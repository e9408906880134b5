-- Every actor and office of which it is known since or until when it existed, with the days on which it possibly (may_)
-- and surely (sure_) did; what the reference does not bound goes to the ends of the calendar.
-- grain: table_name, row_id
SELECT
    existing.table_name,
    existing.row_id,
    existing.existed_from,
    existing.existed_to,
    coalesce(since.first_day, calendar.first_day) AS may_first,
    CASE
        WHEN existing.existed_from IS NULL THEN calendar.first_day
        ELSE least(coalesce(since.last_day, calendar.last_day), until.last_day)
    END AS sure_first,
    CASE
        WHEN existing.existed_to IS NULL THEN calendar.last_day
        ELSE greatest(coalesce(until.first_day, calendar.first_day), since.first_day)
    END AS sure_last,
    coalesce(until.last_day, calendar.last_day) AS may_last
FROM (
    SELECT 'actors' AS table_name, actor_id AS row_id, existed_from, existed_to FROM actors
    UNION ALL
    SELECT 'offices' AS table_name, office_id AS row_id, existed_from, existed_to FROM offices
) AS existing
CROSS JOIN calendar
LEFT JOIN edtf AS since ON since.text = existing.existed_from
LEFT JOIN edtf AS until ON until.text = existing.existed_to
WHERE existing.existed_from IS NOT NULL OR existing.existed_to IS NOT NULL
