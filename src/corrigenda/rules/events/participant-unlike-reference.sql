-- Somebody is named in an event in which, by the reference, somebody else took part.
--
-- Why it happens: A predecessor, a successor or a colleague was named by mistake, or two events of one week were
-- confused.
--
-- What is judged: An event in the text is compared only with a known event that must be the same one, no matter who
-- took part. That is so for what happens only once to a thing (the signing of one treaty), for an official act about
-- one thing on the same day, for a prize that one of those named got in that year, and for the start or end of a term
-- on the same day in an office that one person holds.
-- One of those named must have no part in the known event, and all others must have one. One person must be missing
-- for a person, one body for a body or one state for a state. Those who take part also act for their states. Naming
-- more people than the reference, or fewer, is no clash. Meetings, calls and statements are not compared, because
-- there can be several on one day.
--
-- To settle: Look up who took part, and whether the known event is the one that is meant.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: identified_events by event_id
-- places: mentions[mention_id].actor_id basis, dates[date_ids].edtf basis, participants[participant_id].actor_id
--   basis, milestones[milestone_id].day basis, tenures[start_id].start basis, tenures[end_id].end basis
-- message: The article names {actor} in ‘{label}’[, dated {stated}]; in ‘{known}’ ({day}) it is known to have been
--   {known_actor}[; {doubt}]
-- repair: mentions[mention_id].actor_id = {known_actor_id}: {known_actor} took part in ‘{known}’
WITH counted AS (
    SELECT
        *,
        count(*) OVER (PARTITION BY event_id) AS rivals,
        row_number() OVER (PARTITION BY event_id ORDER BY known_id, known_actor_id) AS place
    FROM part_swaps
    -- "Ada took office on 8 June 2010", where her own term started in 2004: the day differs, which has its own
    -- rule.
    WHERE event_id NOT IN (SELECT event_id FROM known_fits) AND event_id NOT IN (SELECT event_id FROM matched_events)
)
SELECT
    told.event_id,
    CASE
        WHEN swap.is_sole
            AND swap.rivals = 1
            AND pair.was_known
            AND pair.days_apart <= 0
            AND swap.identity NOT IN ('act', 'award') THEN 'certain'
        WHEN swap.is_sole
            AND swap.rivals = 1
            AND pair.was_known
            AND told.stated IS NULL
            AND swap.identity = 'thing' THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    NULL AS reason,
    told.label,
    told.stated,
    told.date_ids,
    swap.mention_id,
    swap.participant_id,
    known.milestone_id,
    known.start_id,
    known.end_id,
    swap.label AS actor,
    swap.known_label AS known_actor,
    swap.known_actor_id,
    known.label AS known,
    known.day,
    CASE
        WHEN swap.rivals > 1 THEN 'others took part as well, or it may be another event'
        WHEN swap.identity = 'act' THEN 'it may be another act of the same day'
        WHEN swap.identity = 'award' THEN 'the reference may not name all who got it'
        WHEN NOT swap.is_sole THEN 'the reference may not name all who took part'
        WHEN NOT pair.was_known THEN 'it may have become known only after the article was written'
    END AS doubt
FROM counted AS swap
JOIN finished_events AS told ON told.event_id = swap.event_id
JOIN known_events AS known ON known.known_id = swap.known_id
JOIN event_pairs AS pair ON pair.event_id = swap.event_id AND pair.known_id = swap.known_id
WHERE swap.place = 1
