-- An event is dated to another day than the one on which the reference knows it.
--
-- Why it happens: a year is mistyped or misremembered, a day of signing is taken for a day of publication, or the event is
-- mistaken for another one of the same people.
--
-- A told event is compared with the known ones of its kind or a narrower one that agree with it in everything else: what it is
-- about, the office, and everybody who is named. Births, deaths, beginnings and ends of actors and the starts and ends of terms
-- are known events too. A date that contains the known day fits, and a day more or less may be the time zone. Events of a
-- kind that comes again (meetings, statements, elections) are compared only where the reference lists them all, as it lists the
-- terms of one person in one office. What goes on for days or more is not compared, nor what came out after the writing.
-- Where several known events can be the one meant and all of them clash, it is certain only for terms.
--
-- To settle: look up the day, and whether the event meant is the known one.
--
-- severity: error
-- subject: article
-- judges: matched_events by event_id
-- places: dates[date_ids].edtf basis, articles[published_id].published context, milestones[milestone_ids].day basis,
--   actors[from_ids].existed_from basis, actors[to_ids].existed_to basis, tenures[start_ids].start basis, tenures[end_ids].end basis
-- message: The article dates "{label}" to {stated}; "{known}" is known to have been {known_when}[ ({confirmed})][, at least {days_late}
--   days later][, at least {days_early} days earlier][; {doubt}]
-- repair: dates[date_id].edtf = {day}: it is the day of "{known}"
WITH nearest AS (
    SELECT
        m.*,
        row_number() OVER (PARTITION BY m.event_id ORDER BY m.days_apart, n.is_confirmed DESC, m.known_id) AS place
    FROM day_matches AS m
    JOIN known_events AS n ON n.known_id = m.known_id
    WHERE m.can_clash
),
-- One event that two rows of the reference tell (a birth as a milestone and in the row of the person) is no rival of itself.
meant AS (
    SELECT
        m.event_id,
        count(CASE WHEN m.known_id <> o.known_id THEN 1 END) AS rivals,
        bool_and(m.is_listed) AS is_listed,
        bool_and(m.is_same_kind) AS is_same_kind,
        bool_or(m.is_namesake) AS is_namesake,
        bool_and(m.was_known) AS was_known,
        array_agg(n.milestone_id) AS milestone_ids,
        array_agg(n.from_id) AS from_ids,
        array_agg(n.to_id) AS to_ids,
        array_agg(n.start_id) AS start_ids,
        array_agg(n.end_id) AS end_ids
    FROM day_matches AS m
    JOIN nearest AS o ON o.event_id = m.event_id AND o.place = 1
    JOIN known_events AS n ON n.known_id = m.known_id
    JOIN known_events AS t ON t.known_id = o.known_id
    WHERE m.can_clash AND (m.known_id = o.known_id OR n.first_day > t.last_day OR n.last_day < t.first_day)
    GROUP BY m.event_id
),
asked AS (
    SELECT
        event_id,
        bool_or(days_apart <= 0) AS fits,
        bool_or(can_clash AND days_apart IS NULL) AS is_open,
        bool_and(NOT can_clash) AS is_unsure
    FROM day_matches
    GROUP BY event_id
)
SELECT
    e.event_id,
    CASE
        WHEN e.first_day > e.last_day OR e.first_day IS NULL OR e.last_day IS NULL OR a.is_unsure OR a.is_open THEN 'undecided'
        WHEN coalesce(e.recurs, FALSE) AND NOT m.is_listed THEN 'undecided'
        WHEN o.days_apart > 1
            AND (e.recurs = FALSE OR m.is_listed)
            AND m.was_known
            AND m.is_same_kind
            AND NOT m.is_namesake
            AND (m.rivals = 0 OR n.is_listed) THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN e.first_day > e.last_day THEN 'the printed dates of the event leave no day for it'
        WHEN e.first_day IS NULL OR e.last_day IS NULL THEN 'the printed date has no year, is open or is marked as uncertain'
        WHEN a.is_unsure THEN 'the article does not show which office is meant'
        WHEN a.is_open THEN 'the reference lacks the day of one of the known events that can be meant'
        WHEN coalesce(e.recurs, FALSE) AND NOT m.is_listed THEN 'such events come again, and the reference is not complete for them'
    END AS reason,
    e.label,
    e.stated,
    e.date_ids,
    d.date_id,
    e.published_id,
    m.milestone_ids,
    m.from_ids,
    m.to_ids,
    m.start_ids,
    m.end_ids,
    n.label AS known,
    n.day,
    CASE WHEN n.is_confirmed THEN 'confirmed' END AS confirmed,
    concat(CASE n.precision WHEN 'day' THEN 'on ' WHEN 'interval' THEN 'within ' ELSE 'in ' END, n.day) AS known_when,
    CASE WHEN n.first_day > e.last_day + 1 THEN n.first_day - e.last_day END AS days_late,
    CASE WHEN e.first_day > n.last_day + 1 THEN e.first_day - n.last_day END AS days_early,
    CASE
        WHEN o.days_apart = 1 THEN 'it may be the same day in another time zone'
        WHEN m.is_namesake THEN 'somebody else of that name may be meant'
        WHEN m.rivals > 0 AND NOT n.is_listed THEN 'the reference knows other such events as well, on other days'
        WHEN e.recurs IS NULL AND NOT m.is_listed THEN 'it may be another event of the same kind'
        WHEN NOT m.was_known THEN 'it may have become known only after the article was written'
        WHEN NOT m.is_same_kind THEN 'the text may mean an earlier step'
    END AS doubt
FROM asked AS a
JOIN finished_events AS e ON e.event_id = a.event_id
LEFT JOIN nearest AS o ON o.event_id = a.event_id AND o.place = 1
LEFT JOIN meant AS m ON m.event_id = a.event_id
LEFT JOIN known_events AS n ON n.known_id = o.known_id
LEFT JOIN (
    SELECT event_id, min(date_id) AS date_id FROM dates WHERE kind = 'date' AND edtf IS NOT NULL GROUP BY event_id HAVING count(*) = 1
) AS d ON d.event_id = a.event_id
-- "Left office on 3 April 2004", where the term started on that day: the act differs, and not the day.
LEFT JOIN (SELECT event_id FROM contrary_pairs WHERE is_same_day GROUP BY event_id) AS k ON k.event_id = a.event_id
WHERE NOT coalesce(a.fits, FALSE) AND k.event_id IS NULL AND a.event_id IN (SELECT event_id FROM matched_events)
