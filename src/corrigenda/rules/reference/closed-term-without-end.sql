-- A term in the reference is marked as closed, and its last day is not given.
--
-- Why it happens: The source only says "former", or the last day was lost on the way.
--
-- What is judged: Only terms marked as closed. A term that is open, or whose end nobody knows, needs no end. Such a
-- term is treated as one whose end is unknown, so it can rule out no day.
--
-- To settle: Find the last day, as precisely as a source gives it, or mark the end as unknown.
--
-- since: 0.3.0
-- severity: note
-- subject: reference
-- judges: tenures by tenure_id
-- places: tenures.end basis, tenures.end_state basis
-- message: the term of {actor} as {office} is closed, and its last day is not given
-- repair: tenures.end_state = unknown: the term can have ended on any day
SELECT term.tenure_id, 'certain' AS verdict, NULL AS reason, holder.label AS actor, office.label AS office
FROM tenures AS term
JOIN actors AS holder ON holder.actor_id = term.actor_id
JOIN offices AS office ON office.office_id = term.office_id
WHERE term.end_state = 'closed' AND term."end" IS NULL
