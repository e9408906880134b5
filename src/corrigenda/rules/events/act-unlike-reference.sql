-- The text has the contrary of the act that the reference has for that day, such as a veto for a signature.
--
-- Why it happens: A headline was turned round, a plan was taken for its outcome, or two bills were confused.
--
-- What is judged: Two kinds of acts are contrary if one rules out the other on the same matter and day. The table of
-- kinds lists them. An act in the text is compared with known acts of the contrary kind about the same thing, or in
-- the same office, on that day, in which all who are named took part. If the reference also has an act of the kind in
-- the text, that one fits. On the same day it is certain. If the text gives only the month, it is possible. An act
-- dated by its year alone is not compared.
--
-- To settle: Look up what was done on that day.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: contrary_events by event_id
-- places: events.kind_id basis, dates[date_ids].edtf basis, milestones[milestone_id].day basis,
--   tenures[start_id].start basis, tenures[end_id].end basis
-- message: The article reports ‘{label}’ ({kind}), dated {stated}; on that day the reference knows ‘{known}’
--   ({known_kind}, {day})[; {doubt}]
-- repair: events.kind_id = {known_kind_id}: it is the kind of ‘{known}’
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
