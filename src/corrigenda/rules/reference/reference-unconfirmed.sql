-- Something printed in an article is compared with a cell in the reference that nobody has confirmed.
--
-- Why it happens: A row was written from general knowledge, or its sources disagree. A finding that rests on such
-- a cell is never certain.
--
-- What is judged: The rule looks at each term, amount, dated event and name in use that something printed is
-- compared with. It reports every cell that a verdict can rest on and that nobody has confirmed. Rows that no
-- article uses are not reported.
--
-- To settle: Find a source for the cell, name it in the row and mark the cell as confirmed.
--
-- since: 0.1.0
-- severity: note
-- subject: reference
-- judges: used_reference by used_id
-- places: tenures[start_id].start_confirmed basis, tenures[end_id].end_confirmed basis,
--   figures.amount_confirmed basis, milestones.day_confirmed basis, names.name_confirmed basis,
--   names[from_id].used_from_confirmed basis, names[to_id].used_to_confirmed basis,
--   names[superseded_id].superseded_confirmed basis
-- message: {label} is used, and not seen confirmed: {unconfirmed}
SELECT used_id, 'certain' AS verdict, NULL AS reason, label, start_id, end_id, figure_id, milestone_id, name_id, from_id, to_id, superseded_id, unconfirmed
FROM used_reference
WHERE unconfirmed <> ''
