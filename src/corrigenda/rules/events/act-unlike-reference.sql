-- A contrary act is told of the one that the reference knows of that day: signed for vetoed, took office for left it.
--
-- Why it happens: a headline is turned round, a plan is taken for what came of it, or two bills are mixed up.
--
-- Two kinds of acts are contrary where one rules the other out on one matter and day; the table of kinds says so. A told act
-- is compared with the known ones of the contrary kind about the same thing, or in the same office, of that day, in which all
-- who are named took part. Where the reference knows an act of the told kind as well, it fits. On the very day it is certain; where
-- the text prints only the month it is possible. An act told by its year alone is not compared.
--
-- To settle: look up what was done on that day.
--
-- severity: error
-- subject: article
-- judges: contrary_events by event_id
-- places: events.kind_id basis, dates[date_ids].edtf basis, milestones[milestone_id].day basis, tenures[start_id].start basis,
--   tenures[end_id].end basis
-- message: The article reports "{label}" ({kind}), dated {stated}; on that day the reference knows "{known}" ({known_kind}, {day})[; {doubt}]
-- repair: events.kind_id = {known_kind_id}: it is the kind of "{known}"
WITH nearest AS (
    SELECT
        c.*,
        count(*) OVER (PARTITION BY c.event_id) AS rivals,
        row_number() OVER (PARTITION BY c.event_id ORDER BY n.is_confirmed DESC, c.known_id) AS place
    FROM contrary_pairs AS c
    JOIN known_events AS n ON n.known_id = c.known_id
)
SELECT
    c.event_id,
    CASE WHEN c.is_same_day AND c.was_known AND c.rivals = 1 AND NOT c.is_namesake THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    e.label,
    e.kind,
    e.stated,
    e.date_ids,
    n.milestone_id,
    n.start_id,
    n.end_id,
    n.label AS known,
    n.kind_id AS known_kind_id,
    k.label AS known_kind,
    n.day,
    CASE
        WHEN NOT c.is_same_day THEN 'both can have been in that time'
        WHEN c.rivals > 1 THEN 'the reference knows other such acts of that day as well'
        WHEN c.is_namesake THEN 'somebody else of that name may be meant'
        WHEN NOT c.was_known THEN 'it may have become known only after the article was written'
    END AS doubt
FROM nearest AS c
JOIN finished_events AS e ON e.event_id = c.event_id
JOIN known_events AS n ON n.known_id = c.known_id
JOIN kinds AS k ON k.kind_id = n.kind_id
WHERE c.place = 1 AND c.event_id NOT IN (SELECT event_id FROM known_fits)
