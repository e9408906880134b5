-- Every known name under which something is mentioned, with the days on which it was possibly (may_) and surely in use
-- (sure_). Where only used_to is known it is the last day; where superseded is, the name may live on until then. It is
-- used from calendar start or to calendar end where the reference does not bound it (is_bounded where it does).
-- grain: mention_id, name_id
SELECT
    name_match.mention_id,
    name.name_id,
    name.used_from IS NOT NULL OR name.used_to IS NOT NULL OR name.superseded IS NOT NULL AS is_bounded,
    CASE WHEN name.used_from IS NOT NULL THEN name.name_id END AS from_id,
    CASE WHEN name.used_to IS NOT NULL AND name.superseded IS NULL THEN name.name_id END AS to_id,
    CASE WHEN name.superseded IS NOT NULL THEN name.name_id END AS superseded_id,
    coalesce(since.first_day, calendar.first_day) AS may_first,
    coalesce(since.last_day, calendar.first_day) AS sure_first,
    coalesce(until.first_day, superseded.first_day - 1, calendar.last_day) AS sure_last,
    coalesce(superseded.last_day, until.last_day, calendar.last_day) AS may_last
FROM name_matches AS name_match
CROSS JOIN calendar
JOIN names AS name ON name.name_id = name_match.name_id
LEFT JOIN edtf AS since ON since.text = name.used_from
LEFT JOIN edtf AS until ON until.text = name.used_to
LEFT JOIN edtf AS superseded ON superseded.text = name.superseded
WHERE name_match.against = 'name' AND name_match.is_same
