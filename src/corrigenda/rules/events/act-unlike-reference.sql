-- A contrary act is told of the one that the reference knows of that day: signed for vetoed, took office for left it.
--
-- Why it happens: a headline is turned round, a plan is taken for what came of it, or two bills are mixed up.
--
-- Two kinds of acts are contrary where one rules the other out on one matter and day; the table of kinds says so. A
-- told act is compared with the known ones of the contrary kind about the same thing, or in the same office, of that
-- day, in which all who are named took part. Where the reference knows an act of the told kind as well, it fits. On
-- the very day it is certain; where the text prints only the month it is possible. An act told by its year alone is
-- not compared.
--
-- To settle: look up what was done on that day.
--
-- severity: error
-- subject: article
-- judges: contrary_events by event_id
-- places: events.kind_id basis, dates[date_ids].edtf basis, milestones[milestone_id].day basis,
--   tenures[start_id].start basis, tenures[end_id].end basis
-- message: The text tells of "{label}" ({kind}), dated {stated}; known of that day is "{known}" ({known_kind},
--   {day})[; {doubt}]
-- repair: events.kind_id = {known_kind_id}: it is the kind of "{known}"
WITH nearest AS (
    SELECT
        pair.*,
        count(*) OVER (PARTITION BY pair.event_id) AS rivals,
        row_number() OVER (PARTITION BY pair.event_id ORDER BY known.is_confirmed DESC, pair.known_id) AS place
    FROM contrary_pairs AS pair
    JOIN known_events AS known ON known.known_id = pair.known_id
)
SELECT
    pair.event_id,
    CASE
        WHEN pair.is_same_day AND pair.was_known AND pair.rivals = 1 AND NOT pair.is_namesake THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    NULL AS reason,
    told.label,
    told.kind,
    told.stated,
    told.date_ids,
    known.milestone_id,
    known.start_id,
    known.end_id,
    known.label AS known,
    known.kind_id AS known_kind_id,
    kind.label AS known_kind,
    known.day,
    CASE
        WHEN NOT pair.is_same_day THEN 'both can have been in that time'
        WHEN pair.rivals > 1 THEN 'the reference knows other such acts of that day as well'
        WHEN pair.is_namesake THEN 'somebody else of that name may be meant'
        WHEN NOT pair.was_known THEN 'it may have become known only after the article was written'
    END AS doubt
FROM nearest AS pair
JOIN finished_events AS told ON told.event_id = pair.event_id
JOIN known_events AS known ON known.known_id = pair.known_id
JOIN kinds AS kind ON kind.kind_id = known.kind_id
WHERE pair.place = 1 AND pair.event_id NOT IN (SELECT event_id FROM known_fits)
