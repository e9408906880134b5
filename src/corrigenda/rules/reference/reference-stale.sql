-- An open term in the reference is used for a day after the last one on which it is known to have continued.
--
-- Why it happens: The reference was last updated before the events of the article. After that day nothing is
-- known, and the person may have left.
--
-- What is judged: The rule looks at every open term that a printed title is compared with. If every day of the
-- event is after the last known day, the finding is certain; if some are, it is possible. If the event has no
-- first or last day, the rule cannot decide.
--
-- To settle: Find a later source that shows the person in office and update the day up to which the term is known,
-- or close the term.
--
-- since: 0.1.0
-- severity: note
-- subject: reference
-- judges: compared_tenures by tenure_id
-- places: tenures.as_of basis
-- message: the open term of {actor} as {office} is known up to {known_to:day}; it is used for {used:day},
--   {days:count day} later
SELECT
    compared.tenure_id,
    CASE
        WHEN compared.used_first > compared.known_to THEN 'certain'
        WHEN compared.is_unbounded THEN 'undecided'
        ELSE 'possible'
    END AS verdict,
    CASE WHEN compared.is_unbounded THEN 'it is used for an event without a first or last day' END AS reason,
    holder.label AS actor,
    office.label AS office,
    compared.known_to,
    coalesce(compared.used_last, compared.used_first) AS used,
    coalesce(compared.used_last, compared.used_first) - compared.known_to AS days
FROM compared_tenures AS compared
JOIN actors AS holder ON holder.actor_id = compared.actor_id
JOIN offices AS office ON office.office_id = compared.office_id
WHERE compared.end_state = 'open'
    AND compared.known_to IS NOT NULL
    AND (compared.is_unbounded OR compared.used_last > compared.known_to)
