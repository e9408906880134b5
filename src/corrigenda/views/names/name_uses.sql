-- Every known name under which something is mentioned (judged 'name'), and every known title of the office under which
-- somebody is ('title'), with the days of its use. The label of an office bounds nothing by itself.
-- grain: judged, mention_id, name_id
SELECT uses.judged, uses.mention_id, span.*
FROM (
    SELECT 'name' AS judged, mention_id, name_id FROM name_matches WHERE against = 'name' AND is_same
    UNION ALL
    SELECT 'title' AS judged, title.mention_id, name.name_id
    FROM printed_titles AS title
    JOIN title_matches AS title_match
        ON title_match.office_id = title.office_id
        AND title_match.title_printed = title.title_printed
        AND title_match.is_same
    JOIN names AS name ON name.office_id = title.office_id AND name.name = title_match.title
) AS uses
JOIN name_spans AS span ON span.name_id = uses.name_id
