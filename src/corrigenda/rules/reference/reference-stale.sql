-- An open term of the reference is used for a day after the last one on which it is known to have gone on.
--
-- Why it happens: the reference was last looked after before the events of the article. After that day
-- nothing is known: the person may have left.
--
-- To settle: find a later source that shows the person in office and move as_of, or close the term.
--
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
