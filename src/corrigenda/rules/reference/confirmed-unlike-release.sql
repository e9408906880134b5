-- A cell of the reference that somebody had confirmed has another value than in the last release, with the same source.
--
-- Why it happens: A cell was overwritten by mistake, by an import or in a spreadsheet, and the flag that says that
-- somebody has seen it stayed as it was.
--
-- What is judged: Every cell with a flag of its own that was confirmed in the last release, as its profile says, and
-- that still is, where the source of its row is the same. A cell that was empty and is filled now is left alone: a
-- term that was open has ended. Without a release nothing is judged.
--
-- To settle: Look up the value in the source. If the new one is right, accept the finding with that reason, or name
-- the source that has it. If nobody has looked, say so in the flag: then the cell is not confirmed.
--
-- since: 0.3.0
-- severity: warning
-- subject: reference
-- judges: released_cells by cell_id
-- places: {table_name}[row_id].{field} basis
-- message: the {words} of {row_id} is confirmed, but it is not the one of the release {release}, and the source is the
--   same[; it is {value} now]
SELECT cell_id, 'certain' AS verdict, NULL AS reason, table_name, row_id, field, words, value, release
FROM released_cells
WHERE is_changed
