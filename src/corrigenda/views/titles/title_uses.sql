-- Every known title of the office under which somebody is mentioned, with the days on which it was possibly (may_) and
-- surely in use (sure_), as with the names of people and things. The label of an office bounds nothing by itself.
-- grain: mention_id, name_id
SELECT
    title.mention_id,
    name.name_id,
    name.used_from IS NOT NULL OR name.used_to IS NOT NULL OR name.superseded IS NOT NULL AS is_bounded,
    CASE WHEN name.used_from IS NOT NULL THEN name.name_id END AS from_id,
    CASE WHEN name.used_to IS NOT NULL AND name.superseded IS NULL THEN name.name_id END AS to_id,
    CASE WHEN name.superseded IS NOT NULL THEN name.name_id END AS superseded_id,
    coalesce(since.first_day, calendar.first_day) AS may_first,
    coalesce(since.last_day, calendar.first_day) AS sure_first,
    coalesce(until.first_day, superseded.first_day - 1, calendar.last_day) AS sure_last,
    coalesce(superseded.last_day, until.last_day, calendar.last_day) AS may_last
FROM printed_titles AS title
CROSS JOIN calendar
JOIN title_matches AS title_match
    ON title_match.office_id = title.office_id
    AND title_match.title_printed = title.title_printed
    AND title_match.is_same
JOIN names AS name ON name.office_id = title.office_id AND name.name = title_match.title
LEFT JOIN edtf AS since ON since.text = name.used_from
LEFT JOIN edtf AS until ON until.text = name.used_to
LEFT JOIN edtf AS superseded ON superseded.text = name.superseded
