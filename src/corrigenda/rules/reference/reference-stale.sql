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
-- judges: used_tenures by tenure_id
-- places: tenures.as_of basis
-- message: the open term of {actor} as {office} is known up to {known_to:day} and does not reach {used:day}, for which it is
--   used, {days} days later
SELECT
    used.tenure_id,
    CASE WHEN used.used_first > used.known_to THEN 'certain' WHEN used.is_unbounded THEN 'undecided' ELSE 'possible' END AS verdict,
    CASE WHEN used.is_unbounded THEN 'it is used for an event without a first or last day' END AS reason,
    actor.label AS actor,
    office.label AS office,
    used.known_to,
    coalesce(used.used_last, used.used_first) AS used,
    coalesce(used.used_last, used.used_first) - used.known_to AS days
FROM used_tenures AS used
JOIN actors AS actor ON actor.actor_id = used.actor_id
JOIN offices AS office ON office.office_id = used.office_id
WHERE used.end_state = 'open' AND used.known_to IS NOT NULL AND (used.is_unbounded OR used.used_last > used.known_to)
