-- What an article says of times cannot all hold together, with the reference or by itself.
--
-- Why it happens: one wrong year, one gap counted from the wrong event, or a title carried to another time is
-- enough; each statement alone may look right, and only together they leave no day.
--
-- To settle: look at the smallest set that clashes and find out which of its statements is not right. All changes
-- of one repair are needed together. `corrigenda timeline` shows every clash and every repair, and what each leaves.
--
-- severity: error
-- subject: article
-- judges: clashes by clash_id
-- places: dates[date_ids].as_printed basis, mentions[mention_ids].name_printed basis, tenures[tenure_ids].start basis,
--   tenures[tenure_ids].end basis, names[name_ids].used_from basis, names[name_ids].superseded basis,
--   relations[relation_ids].relation basis, events[event_ids].tense basis
-- message: what is said of these times cannot all hold: {told}[; for it to hold, {stretch}][; {more}]
-- repairs: corrections
SELECT *
FROM clashes
WHERE verdict <> 'consistent'
