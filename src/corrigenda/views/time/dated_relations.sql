-- Every order of two events that are both dated, with the own days of both; days_late and days_early are by how many
-- days the first surely lies after, or before, what the order allows (at most 0 where it fits, NULL where nothing
-- bounds it). Where may_reach, what is said to be earlier goes on, or the two lie within each other, so that
-- the printed date may be that of another part of it.
SELECT
    r.relation_id,
    e.article_id,
    e.claim_id,
    r.relation,
    e.label,
    e.stated,
    e.date_ids,
    o.label AS other_label,
    o.stated AS other_stated,
    o.date_ids AS other_ids,
    coalesce(e.first_day > e.last_day, FALSE) OR coalesce(o.first_day > o.last_day, FALSE) AS is_empty,
    coalesce(e.first_day, e.last_day) IS NULL OR coalesce(o.first_day, o.last_day) IS NULL AS is_unknown,
    CASE WHEN r.relation <> 'after' AND NOT (r.relation = 'during' AND o.goes_on) THEN e.first_day - o.last_day END AS days_late,
    CASE WHEN r.relation IN ('after', 'same', 'during') THEN o.first_day - e.last_day END AS days_early,
    CASE r.relation WHEN 'before' THEN e.goes_on WHEN 'after' THEN o.goes_on ELSE e.goes_on OR o.goes_on END AS may_reach
FROM relations AS r
JOIN dated_events AS e ON e.event_id = r.event_id
JOIN dated_events AS o ON o.event_id = r.other
WHERE r.event_id <> r.other
