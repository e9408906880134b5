-- Two people are listed in an office that one person holds at a time, for more than a day of handover.
--
-- Why it happens: A term was closed late or not at all, a successor's start was taken from the day of the vote, or
-- one of two sources counts an acting holder as a regular one.
--
-- What is judged: An end equal to the next start is a handover and fits, and so do months or years that can meet on
-- one day: only terms that surely overlap are reported, once for each group of them. Somebody marked as acting may
-- stand in for one who stays in office. Two terms of one person have a rule of their own.
--
-- To settle: Look up the day of the handover in a source for both terms.
--
-- since: 0.1.0
-- severity: error
-- subject: reference
-- judges: tenures by tenure_id
-- places: tenures.end basis, tenures[open_id].as_of basis, tenures[later_ids].start basis
-- message: {office} is an office that one person holds at a time, and {terms:count term} overlap[ by
--   {days:count day} or more]: {words}
-- repair: tenures.end = {later_start}: the first term ends when the second one starts
-- repair: tenures[within_id].acting = true: the one stands in for the other, who stays in office
SELECT
    found.tenure_id,
    CASE WHEN clash.tenure_id IS NULL THEN 'undecided' ELSE 'certain' END AS verdict,
    CASE
        WHEN clash.tenure_id IS NULL
            THEN 'a start or an end is not known, or an open term is known only up to a day before a later one starts'
    END AS reason,
    open.tenure_id AS open_id,
    clash.later_ids,
    office.label AS office,
    clash.terms,
    clash.days,
    clash.words,
    successor."start" AS later_start,
    nested.tenure_id AS within_id
FROM term_overlaps AS found
JOIN offices AS office ON office.office_id = found.office_id
LEFT JOIN clashing_terms AS clash ON clash.tenure_id = found.tenure_id AND NOT clash.is_own
LEFT JOIN tenures AS open ON open.tenure_id = clash.tenure_id AND open."end" IS NULL
LEFT JOIN tenures AS successor ON successor.tenure_id = clash.second_id AND clash.is_successor
LEFT JOIN tenures AS nested ON nested.tenure_id = clash.second_id AND clash.is_within
WHERE NOT found.is_own AND (clash.tenure_id IS NOT NULL OR (found.is_open AND NOT found.is_sure))
