-- A term in the reference lasts longer than 90 years.
--
-- Why it happens: A century is mistyped, the end is that of the office, or two holders of one name were taken for one.
--
-- What is judged: The term is reported only if it lasts that long with every day that its start and its end can be.
-- The longest reigns known lasted just over 80 years. An open term is counted up to the day up to which it is known.
--
-- To settle: Look up both days in the source of the row.
--
-- since: 0.3.0
-- severity: warning
-- subject: reference
-- judges: tenures by tenure_id
-- places: tenures.start basis, tenures.end basis, tenures[open_id].as_of basis
-- message: {actor} is listed as {office} for about {years:count year}, from {first:day} to {last:day}
SELECT
    term.tenure_id,
    'certain' AS verdict,
    NULL AS reason,
    CASE WHEN term."end" IS NULL THEN term.tenure_id END AS open_id,
    holder.label AS actor,
    office.label AS office,
    CAST(round((days.end_first - days.start_last) / 365.25) AS BIGINT) AS years,
    days.start_last AS first,
    days.end_first AS last
FROM tenures AS term
JOIN tenure_days AS days ON days.tenure_id = term.tenure_id AND NOT days.is_reversed
JOIN actors AS holder ON holder.actor_id = term.actor_id
JOIN offices AS office ON office.office_id = term.office_id
WHERE term."start" IS NOT NULL AND days.end_first - days.start_last > 90 * 365.25
