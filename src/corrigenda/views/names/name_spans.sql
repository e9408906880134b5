-- Every known name of an actor or office, with the days on which it was possibly (may_) and surely in use (sure_).
-- Where only used_to is known it is the last day; where superseded is, the name may live on until then. What the
-- reference does not bound goes to the ends of the calendar (is_bounded where it bounds something).
-- grain: name_id
SELECT
    name.name_id,
    name.used_from IS NOT NULL OR name.used_to IS NOT NULL OR name.superseded IS NOT NULL AS is_bounded,
    CASE WHEN name.used_from IS NOT NULL THEN name.name_id END AS from_id,
    CASE WHEN name.used_to IS NOT NULL AND name.superseded IS NULL THEN name.name_id END AS to_id,
    CASE WHEN name.superseded IS NOT NULL THEN name.name_id END AS superseded_id,
    coalesce(since.first_day, calendar.first_day) AS may_first,
    coalesce(since.last_day, calendar.first_day) AS sure_first,
    coalesce(until.first_day, superseded.first_day - 1, calendar.last_day) AS sure_last,
    coalesce(superseded.last_day, until.last_day, calendar.last_day) AS may_last
FROM names AS name
CROSS JOIN calendar
LEFT JOIN edtf AS since ON since.text = name.used_from
LEFT JOIN edtf AS until ON until.text = name.used_to
LEFT JOIN edtf AS superseded ON superseded.text = name.superseded
