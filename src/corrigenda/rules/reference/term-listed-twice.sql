-- One person is listed twice in one office for the same time.
--
-- Why it happens: A term was copied from two sources that know different ends, an open row was not removed when the
-- term was closed, or a second term was entered with the first day of the first one.
--
-- What is judged: Terms of one person in one office that surely share more than a day of handover, once for each
-- group of them. A term as acting holder and a regular one may overlap. Two offices at one time are no clash.
--
-- To settle: Find out whether it is one term or two, and keep one row for each.
--
-- since: 0.3.0
-- severity: error
-- subject: reference
-- judges: tenures by tenure_id
-- places: tenures.end basis, tenures[open_id].as_of basis, tenures[later_ids].start basis
-- message: {actor} is listed as {office} {times} for the same time: {words}
-- repair: tenures[still_open_id].end = {other_end}: both rows are one term, which is closed (one of them is enough)
-- repair: tenures.end = {later_start}: the first term ends when the second one starts
-- repair: tenures[second_id].tenure_id: it is one term, and one row is enough
SELECT
    clash.tenure_id,
    'certain' AS verdict,
    NULL AS reason,
    open.tenure_id AS open_id,
    clash.later_ids,
    holder.label AS actor,
    office.label AS office,
    CASE WHEN clash.terms = 2 THEN 'twice' ELSE concat(CAST(clash.terms AS VARCHAR), ' times') END AS times,
    clash.words,
    still_open.tenure_id AS still_open_id,
    coalesce(term."end", second_term."end") AS other_end,
    successor."start" AS later_start,
    CASE WHEN NOT clash.is_successor THEN clash.second_id END AS second_id
FROM clashing_terms AS clash
JOIN tenures AS term ON term.tenure_id = clash.tenure_id
JOIN actors AS holder ON holder.actor_id = term.actor_id
JOIN offices AS office ON office.office_id = term.office_id
LEFT JOIN tenures AS second_term ON second_term.tenure_id = clash.second_id
LEFT JOIN tenures AS open ON open.tenure_id = clash.tenure_id AND open."end" IS NULL
LEFT JOIN tenures AS successor ON successor.tenure_id = clash.second_id AND clash.is_successor
LEFT JOIN tenures AS still_open
    ON still_open.tenure_id IN (clash.tenure_id, clash.second_id)
    AND still_open."end" IS NULL
    AND term."start" = second_term."start"
    AND coalesce(term."end", second_term."end") IS NOT NULL
WHERE clash.is_own
