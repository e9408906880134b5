-- An event is dated to another day than the day that the reference has for it.
--
-- Why it happens: A year was mistyped or misremembered, the day of publication was taken for the day of signing, or
-- the event was confused with another one of the same people.
--
-- What is judged: An event in the text is compared with the known events of its kind, or of a narrower kind, that agree
-- with it in everything else: what it is about, the office, and everybody who is named. Births, deaths, the beginning
-- and end of bodies and the start and end of terms are known events too. A date that contains the known day fits. A
-- difference of one day is only possible, because it may come from the time zone. Meetings, statements, elections and
-- other kinds that happen again are compared only if the reference is complete for them. The terms of one person in one
-- office are taken to be complete, up to the day up to which they are known. A nomination is compared with the start of
-- a term if the list of holders, or of the offices of the person, is complete for a year more; it is then possible,
-- because not everybody who is named takes office. So it is if the known nomination led to an office that the person
-- held on all days of the printed date. Events that go on for days, and anything that became known after the
-- writing, are not compared. If several known events could be meant and none has that day, it is certain only for
-- terms.
--
-- To settle: Look up the day, and whether the known event is the one that is meant.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: matched_events by event_id
-- places: dates[date_ids].edtf basis, articles[published_id].published context, milestones[milestone_ids].day
--   basis, actors[from_ids].existed_from basis, actors[to_ids].existed_to basis, tenures[start_ids].start basis,
--   tenures[end_ids].end basis
-- message: The article dates ‘{label}’ to {stated}; ‘{known}’ is known to have been {known_when}[ ({confirmed})][, at
--   least {days_late:count day} later][, at least {days_early:count day} earlier][; {doubt}]
-- repair: dates[date_id].edtf = {day}: it is the day of ‘{known}’
WITH nearest AS (
    SELECT
        match.*,
        row_number() OVER (
            PARTITION BY match.event_id ORDER BY match.days_apart, known.is_confirmed DESC, match.known_id
        ) AS place
    FROM day_matches AS match
    JOIN known_events AS known ON known.known_id = match.known_id
    WHERE match.can_clash
),
-- One event that two rows of the reference tell (a birth as a milestone and in the row of the person) is no rival of
-- itself.
meant AS (
    SELECT
        match.event_id,
        count(CASE WHEN match.known_id <> near.known_id THEN 1 END) AS rivals,
        bool_and(match.is_listed) AS is_listed,
        bool_and(match.is_same_kind) AS is_same_kind,
        bool_or(match.is_namesake) AS is_namesake,
        bool_and(match.was_known) AS was_known,
        array_agg(known.milestone_id) AS milestone_ids,
        array_agg(known.from_id) AS from_ids,
        array_agg(known.to_id) AS to_ids,
        array_agg(known.start_id) AS start_ids,
        array_agg(known.end_id) AS end_ids
    FROM day_matches AS match
    JOIN nearest AS near ON near.event_id = match.event_id AND near.place = 1
    JOIN known_events AS known ON known.known_id = match.known_id
    JOIN known_events AS nearby ON nearby.known_id = near.known_id
    WHERE match.can_clash
        AND (match.known_id = near.known_id OR known.first_day > nearby.last_day OR known.last_day < nearby.first_day)
    GROUP BY match.event_id
),
asked AS (
    SELECT
        event_id,
        bool_or(days_apart <= 0) AS fits,
        bool_or(can_clash AND days_apart IS NULL) AS is_open,
        bool_and(NOT can_clash) AS is_unsure
    FROM day_matches
    GROUP BY event_id
),
-- "Named to the court in 1995", and since 1994 in the office to which the known nomination led: whoever holds an office
-- is seldom named for it again.
seated AS (
    SELECT DISTINCT near.event_id
    FROM nearest AS near
    JOIN finished_events AS told ON told.event_id = near.event_id
    JOIN kinds AS kind ON kind.kind_id = told.kind_id AND kind.leads_to IS NOT NULL
    JOIN known_events AS known ON known.known_id = near.known_id AND known.kind_id = told.kind_id
    JOIN known_parties AS nominee ON nominee.known_id = near.known_id AND nominee.part = 'object'
    JOIN tenure_days AS term
        ON term.actor_id = nominee.actor_id
        AND term.start_first BETWEEN known.first_day AND known.last_day + 366
        AND term.start_last < told.first_day
        AND term.end_first > told.last_day
    WHERE near.place = 1
)
SELECT
    told.event_id,
    CASE
        WHEN told.first_day > told.last_day
            OR told.first_day IS NULL
            OR told.last_day IS NULL
            OR question.is_unsure
            OR question.is_open THEN 'undecided'
        WHEN coalesce(told.recurs, FALSE) AND NOT match.is_listed AND seated.event_id IS NULL THEN 'undecided'
        WHEN near.days_apart > 1
            AND (told.recurs = FALSE OR match.is_listed)
            AND match.was_known
            AND match.is_same_kind
            AND NOT match.is_namesake
            AND (match.rivals = 0 OR known.is_listed) THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN told.first_day > told.last_day THEN 'the printed dates of the event leave no day for it'
        WHEN told.first_day IS NULL
            OR told.last_day IS NULL THEN 'the printed date has no year, is open or is marked as uncertain'
        WHEN question.is_unsure THEN 'the article does not show which office is meant'
        WHEN question.is_open THEN 'the reference lacks the day of one of the known events that can be meant'
        WHEN coalesce(told.recurs, FALSE)
            AND NOT match.is_listed
            AND seated.event_id IS NULL THEN 'such events come again, and the reference is not complete for them'
    END AS reason,
    told.label,
    told.stated,
    told.date_ids,
    printed.date_id,
    told.published_id,
    match.milestone_ids,
    match.from_ids,
    match.to_ids,
    match.start_ids,
    match.end_ids,
    known.label AS known,
    known.day,
    CASE WHEN known.is_confirmed THEN 'confirmed' END AS confirmed,
    concat(
        CASE known.precision WHEN 'day' THEN 'on ' WHEN 'interval' THEN 'within ' ELSE 'in ' END, known.day
    ) AS known_when,
    CASE WHEN known.first_day > told.last_day + 1 THEN known.first_day - told.last_day END AS days_late,
    CASE WHEN told.first_day > known.last_day + 1 THEN told.first_day - known.last_day END AS days_early,
    CASE
        WHEN near.days_apart = 1 THEN 'it may be the same day in another time zone'
        WHEN seated.event_id IS NOT NULL
            AND NOT match.is_listed THEN 'the same person may have been named again while in office'
        WHEN match.is_namesake THEN 'somebody else of that name may be meant'
        WHEN match.rivals > 0
            AND NOT known.is_listed THEN 'the reference knows other such events as well, on other days'
        WHEN told.recurs IS NULL AND NOT match.is_listed THEN 'it may be another event of the same kind'
        WHEN NOT match.was_known THEN 'it may have become known only after the article was written'
        WHEN way.way = 'before' THEN 'not everybody who is named takes office'
        WHEN NOT match.is_same_kind THEN 'the text may mean an earlier step'
    END AS doubt
FROM asked AS question
JOIN finished_events AS told ON told.event_id = question.event_id
LEFT JOIN nearest AS near ON near.event_id = question.event_id AND near.place = 1
LEFT JOIN meant AS match ON match.event_id = question.event_id
LEFT JOIN known_events AS known ON known.known_id = near.known_id
LEFT JOIN seated ON seated.event_id = question.event_id
LEFT JOIN kind_ways AS way ON way.kind_id = told.kind_id AND way.other_id = known.kind_id AND way.way = 'before'
LEFT JOIN (
    SELECT event_id, min(date_id) AS date_id FROM dates WHERE kind = 'date' AND edtf IS NOT NULL GROUP BY event_id
    HAVING count(*) = 1
) AS printed ON printed.event_id = question.event_id
-- "Left office on 3 April 2004", where the term started on that day: the act differs, and not the day.
LEFT JOIN (
    SELECT event_id FROM contrary_pairs WHERE is_same_day GROUP BY event_id
) AS contrary ON contrary.event_id = question.event_id
WHERE NOT coalesce(question.fits, FALSE)
    AND contrary.event_id IS NULL
    AND question.event_id IN (SELECT event_id FROM matched_events)
