-- Every order of two events that are both dated, with the own days of both; days_late and days_early are by how many
-- days the first surely lies after, or before, what the order allows (at most 0 where it fits, NULL where nothing
-- bounds it). Where may_reach, what is said to be earlier goes on, or the two lie within each other, so that
-- the printed date may be that of another part of it.
-- grain: relation_id
SELECT
    relation.relation_id,
    event.article_id,
    event.claim_id,
    relation.relation,
    event.label,
    event.stated,
    event.date_ids,
    other.label AS other_label,
    other.stated AS other_stated,
    other.date_ids AS other_ids,
    coalesce(event.first_day > event.last_day, FALSE) OR coalesce(other.first_day > other.last_day, FALSE) AS is_empty,
    coalesce(event.first_day, event.last_day) IS NULL
        OR coalesce(other.first_day, other.last_day) IS NULL AS is_unknown,
    CASE
        WHEN relation.relation <> 'after' AND NOT (relation.relation = 'during' AND other.goes_on)
            THEN event.first_day - other.last_day
    END AS days_late,
    CASE WHEN relation.relation IN ('after', 'same', 'during') THEN other.first_day - event.last_day END AS days_early,
    CASE relation.relation
        WHEN 'before' THEN event.goes_on
        WHEN 'after' THEN other.goes_on
        ELSE event.goes_on OR other.goes_on
    END AS may_reach
FROM relations AS relation
JOIN dated_events AS event ON event.event_id = relation.event_id
JOIN dated_events AS other ON other.event_id = relation.other
WHERE relation.event_id <> relation.other
