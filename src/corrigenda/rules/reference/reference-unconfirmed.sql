-- Something printed in an article is compared with a cell of the reference that nobody has seen confirmed.
--
-- Why it happens: a row was written from general knowledge, or its sources disagree. A finding that rests on
-- such a cell is never certain.
--
-- To settle: find a source for the cell, name it in the row and set its flag.
--
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
