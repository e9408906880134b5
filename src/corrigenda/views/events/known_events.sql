-- Every event of the reference: its milestones, the beginnings and ends of actors, and the starts and ends of terms. first_day
-- and last_day bound the day on which it was; known_first and known_last the day since which it has been public, which is that
-- day itself for all but milestones. reach_first and reach_last bound what an event of a wider kind on the same matter
-- can lie in: somebody is appointed up to a year before the term starts, and can be appointed again within it.
-- is_listed where the reference lists all of them: the terms of one person in one office.
SELECT
    concat('milestones ', m.milestone_id) AS known_id,
    m.kind_id,
    m.label,
    m.about,
    NULL AS office_id,
    m.day,
    d.first_day,
    d.last_day,
    d.first_day AS reach_first,
    d.last_day AS reach_last,
    d.precision,
    k.first_day AS known_first,
    k.last_day AS known_last,
    m.day_confirmed AS is_confirmed,
    FALSE AS is_listed,
    m.milestone_id,
    NULL AS from_id,
    NULL AS to_id,
    NULL AS start_id,
    NULL AS end_id
FROM milestones AS m
JOIN edtf AS d ON d.text = m.day
JOIN edtf AS k ON k.text = m.known_from
UNION ALL
SELECT
    concat('actors ', a.actor_id, ' ', k.kind_id) AS known_id,
    k.kind_id,
    concat(CASE WHEN a.kind = 'person' THEN 'the birth of ' ELSE 'the beginning of ' END, a.label) AS label,
    a.actor_id AS about,
    NULL AS office_id,
    a.existed_from AS day,
    d.first_day,
    d.last_day,
    d.first_day AS reach_first,
    d.last_day AS reach_last,
    d.precision,
    d.first_day AS known_first,
    d.last_day AS known_last,
    a.existed_from_confirmed AS is_confirmed,
    FALSE AS is_listed,
    NULL AS milestone_id,
    a.actor_id AS from_id,
    NULL AS to_id,
    NULL AS start_id,
    NULL AS end_id
FROM actors AS a
JOIN kinds AS k ON k.told_by = 'existed_from'
JOIN edtf AS d ON d.text = a.existed_from
UNION ALL
SELECT
    concat('actors ', a.actor_id, ' ', k.kind_id) AS known_id,
    k.kind_id,
    concat(CASE WHEN a.kind = 'person' THEN 'the death of ' ELSE 'the end of ' END, a.label) AS label,
    a.actor_id AS about,
    NULL AS office_id,
    a.existed_to AS day,
    d.first_day,
    d.last_day,
    d.first_day AS reach_first,
    d.last_day AS reach_last,
    d.precision,
    d.first_day AS known_first,
    d.last_day AS known_last,
    a.existed_to_confirmed AS is_confirmed,
    FALSE AS is_listed,
    NULL AS milestone_id,
    NULL AS from_id,
    a.actor_id AS to_id,
    NULL AS start_id,
    NULL AS end_id
FROM actors AS a
JOIN kinds AS k ON k.told_by = 'existed_to'
JOIN edtf AS d ON d.text = a.existed_to
UNION ALL
SELECT
    concat('tenures ', t.tenure_id, ' ', k.kind_id) AS known_id,
    k.kind_id,
    concat(a.label, CASE WHEN k.told_by = 'start' THEN ' takes office as ' ELSE ' leaves office as ' END, o.label) AS label,
    NULL AS about,
    t.office_id,
    CASE WHEN k.told_by = 'start' THEN t."start" ELSE t."end" END AS day,
    e.first_day,
    e.last_day,
    d.start_first - 366 AS reach_first,
    d.end_last AS reach_last,
    e.precision,
    e.first_day AS known_first,
    e.last_day AS known_last,
    CASE WHEN k.told_by = 'start' THEN t.start_confirmed ELSE t.end_confirmed END AS is_confirmed,
    TRUE AS is_listed,
    NULL AS milestone_id,
    NULL AS from_id,
    NULL AS to_id,
    CASE WHEN k.told_by = 'start' THEN t.tenure_id END AS start_id,
    CASE WHEN k.told_by = 'end' THEN t.tenure_id END AS end_id
FROM tenures AS t
JOIN tenure_days AS d ON d.tenure_id = t.tenure_id AND NOT coalesce(d.is_reversed, FALSE)
JOIN actors AS a ON a.actor_id = t.actor_id
JOIN offices AS o ON o.office_id = t.office_id
JOIN kinds AS k ON k.told_by = 'start' OR (k.told_by = 'end' AND t.end_state <> 'open')
LEFT JOIN edtf AS e ON e.text = CASE WHEN k.told_by = 'start' THEN t."start" ELSE t."end" END
-- grain: known_id
