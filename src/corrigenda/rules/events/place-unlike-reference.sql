-- An event is placed somewhere else than the reference has it.
--
-- Why it happens: The place of an earlier or a later meeting was copied, or the dateline was taken for the place of
-- the event.
--
-- What is judged: An event in the text is compared with a known event that must be the same one. That is so for what
-- happens only once to a thing, for an official act about one thing on the same day, and for a meeting of the same
-- people on the same day. Two cities clash, and so do places in two different states. One of two other places in a
-- state may lie in the other. A place fits its state, and a state fits each of its places. Calls and statements are not
-- compared. If the same people could have met or acted twice on that day, it is only possible.
--
-- To settle: Look up where it was, and whether the known event is the one that is meant.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: placed_events by event_id
-- places: mentions[mention_id].actor_id basis, dates[date_ids].edtf basis, participants[participant_id].actor_id
--   basis, milestones[milestone_id].day basis
-- message: The article puts ‘{label}’[, dated {stated},] in {place}; ‘{known}’ ({day}) is known to have been in
--   {known_place}[; {doubt}]
-- repair: mentions[mention_id].actor_id = {known_place_id}: ‘{known}’ was there
WITH asked AS (
    SELECT
        event_id,
        bool_or(lie = 'same') AS fits,
        bool_or(lie IN ('inside', 'unknown')) AS is_open,
        count(DISTINCT known_id) AS rivals
    FROM placed_pairs
    GROUP BY event_id
),
nearest AS (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY lie, known_id, known_place_id, mention_id) AS place
    FROM placed_pairs
)
SELECT
    question.event_id,
    CASE
        WHEN question.is_open THEN 'undecided'
        WHEN near.is_unique AND question.rivals = 1 AND pair.was_known THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN question.is_open THEN 'the reference does not say whether one of the two places is in the other'
    END AS reason,
    told.label,
    told.stated,
    told.date_ids,
    near.mention_id,
    near.participant_id,
    known.milestone_id,
    near.place_label AS place,
    near.known_place,
    near.known_place_id,
    known.label AS known,
    known.day,
    CASE
        WHEN question.rivals > 1 THEN 'the reference knows other such events of that day as well'
        WHEN NOT near.is_unique THEN 'it may be another event of the same day'
        WHEN NOT pair.was_known THEN 'it may have become known only after the article was written'
    END AS doubt
FROM asked AS question
JOIN finished_events AS told ON told.event_id = question.event_id
JOIN nearest AS near ON near.event_id = question.event_id AND near.place = 1
JOIN known_events AS known ON known.known_id = near.known_id
JOIN event_pairs AS pair ON pair.event_id = near.event_id AND pair.known_id = near.known_id
WHERE NOT question.fits
