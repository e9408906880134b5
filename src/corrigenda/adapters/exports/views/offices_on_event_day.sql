-- Who held which office on the day of each event: every event that is bounded on both sides with every term that can
-- fall on its days. Handover days count for both holders.
-- grain: event_id, tenure_id
SELECT
    day.event_id, -- The event.
    day.article_id, -- The article that reports it.
    day.first, -- The first day on which the event can have been.
    day.last, -- The last day on which the event can have been.
    term.tenure_id, -- The term.
    term.office_id, -- The office.
    office.label AS office, -- What the office is called.
    term.actor_id, -- Who held it.
    actor.label AS holder, -- What the holder is called.
    term.acting, -- Whether they held it as acting.
    CASE
        WHEN term.sure_first <= day.first AND term.sure_last >= day.last THEN 'certain'
        -- A term that is open, and known up to 2025, at an event of 2026.
        WHEN term.sure_first <= day.first AND term.last IS NULL THEN 'undecided'
        ELSE 'possible'
    END AS verdict -- certain: on each day that the event can mean; possible: on some; undecided: if the term went on.
FROM event_days AS day
JOIN tenure_days AS term
    ON coalesce(term.first <= day.last, TRUE) AND coalesce(term.last >= day.first, TRUE) AND NOT term.is_reversed
JOIN offices AS office ON office.office_id = term.office_id
JOIN actors AS actor ON actor.actor_id = term.actor_id
WHERE day.first IS NOT NULL AND day.last IS NOT NULL
