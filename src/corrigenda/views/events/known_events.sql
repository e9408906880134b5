-- Every event of the reference: its milestones, the beginnings and ends of actors, and the starts and ends of terms.
-- first_day and last_day bound the day on which it was; known_first and known_last the day since which it has been
-- public, which is that day itself for all but milestones. reach_first and reach_last bound what an event of a wider
-- kind on the same matter can lie in: somebody is appointed up to a year before the term starts, and can be appointed
-- again within it. is_listed where the reference lists all of them: the terms of one person in one office.
-- grain: known_id
SELECT
    concat('milestones ', milestone.milestone_id) AS known_id,
    milestone.kind_id,
    milestone.label,
    milestone.about,
    NULL AS office_id,
    milestone.day,
    bounds.first_day,
    bounds.last_day,
    bounds.first_day AS reach_first,
    bounds.last_day AS reach_last,
    bounds.precision,
    other.first_day AS known_first,
    other.last_day AS known_last,
    milestone.day_confirmed AS is_confirmed,
    FALSE AS is_listed,
    milestone.milestone_id,
    NULL AS from_id,
    NULL AS to_id,
    NULL AS start_id,
    NULL AS end_id
FROM milestones AS milestone
JOIN edtf AS bounds ON bounds.text = milestone.day
JOIN edtf AS other ON other.text = milestone.known_from
UNION ALL
SELECT
    concat('actors ', actor.actor_id, ' ', other.kind_id) AS known_id,
    other.kind_id,
    concat(
        CASE
            WHEN other.told_by = 'existed_from' AND actor.kind = 'person' THEN 'the birth of '
            WHEN other.told_by = 'existed_from' THEN 'the beginning of '
            WHEN actor.kind = 'person' THEN 'the death of '
            ELSE 'the end of '
        END,
        actor.label
    ) AS label,
    actor.actor_id AS about,
    NULL AS office_id,
    bounds.text AS day,
    bounds.first_day,
    bounds.last_day,
    bounds.first_day AS reach_first,
    bounds.last_day AS reach_last,
    bounds.precision,
    bounds.first_day AS known_first,
    bounds.last_day AS known_last,
    CASE
        WHEN other.told_by = 'existed_from' THEN actor.existed_from_confirmed
        ELSE actor.existed_to_confirmed
    END AS is_confirmed,
    FALSE AS is_listed,
    NULL AS milestone_id,
    CASE WHEN other.told_by = 'existed_from' THEN actor.actor_id END AS from_id,
    CASE WHEN other.told_by = 'existed_to' THEN actor.actor_id END AS to_id,
    NULL AS start_id,
    NULL AS end_id
FROM actors AS actor
JOIN kinds AS other ON other.told_by IN ('existed_from', 'existed_to')
JOIN edtf AS bounds
    ON bounds.text = CASE WHEN other.told_by = 'existed_from' THEN actor.existed_from ELSE actor.existed_to END
UNION ALL
SELECT
    concat('tenures ', tenure.tenure_id, ' ', other.kind_id) AS known_id,
    other.kind_id,
    concat(
        actor.label,
        CASE WHEN other.told_by = 'start' THEN ' takes office as ' ELSE ' leaves office as ' END,
        office.label
    ) AS label,
    NULL AS about,
    tenure.office_id,
    CASE WHEN other.told_by = 'start' THEN tenure."start" ELSE tenure."end" END AS day,
    days.first_day,
    days.last_day,
    bounds.start_first - 366 AS reach_first,
    bounds.end_last AS reach_last,
    days.precision,
    days.first_day AS known_first,
    days.last_day AS known_last,
    CASE WHEN other.told_by = 'start' THEN tenure.start_confirmed ELSE tenure.end_confirmed END AS is_confirmed,
    TRUE AS is_listed,
    NULL AS milestone_id,
    NULL AS from_id,
    NULL AS to_id,
    CASE WHEN other.told_by = 'start' THEN tenure.tenure_id END AS start_id,
    CASE WHEN other.told_by = 'end' THEN tenure.tenure_id END AS end_id
FROM tenures AS tenure
JOIN tenure_days AS bounds ON bounds.tenure_id = tenure.tenure_id AND NOT coalesce(bounds.is_reversed, FALSE)
JOIN actors AS actor ON actor.actor_id = tenure.actor_id
JOIN offices AS office ON office.office_id = tenure.office_id
JOIN kinds AS other ON other.told_by = 'start' OR (other.told_by = 'end' AND tenure.end_state <> 'open')
LEFT JOIN edtf AS days ON days.text = CASE WHEN other.told_by = 'start' THEN tenure."start" ELSE tenure."end" END
