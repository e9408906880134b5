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
    u.tenure_id,
    CASE WHEN u.used_first > u.known_to THEN 'certain' WHEN u.is_unbounded THEN 'undecided' ELSE 'possible' END AS verdict,
    CASE WHEN u.is_unbounded THEN 'it is used for an event without a first or last day' END AS reason,
    a.label AS actor,
    o.label AS office,
    u.known_to,
    coalesce(u.used_last, u.used_first) AS used,
    coalesce(u.used_last, u.used_first) - u.known_to AS days
FROM used_tenures AS u
JOIN actors AS a ON a.actor_id = u.actor_id
JOIN offices AS o ON o.office_id = u.office_id
WHERE u.end_state = 'open' AND u.known_to IS NOT NULL AND (u.is_unbounded OR u.used_last > u.known_to)
