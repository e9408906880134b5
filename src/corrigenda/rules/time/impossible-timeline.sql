-- What an article says about times cannot all be true, by itself or with the reference.
--
-- Why it happens: One wrong year, one gap counted from the wrong event, or a title carried to another time is
-- enough. Each statement alone may look right; only together they leave no day.
--
-- What is judged: All dates, gaps, tenses, orders, titles and names of one article are checked together. Each
-- finding shows one smallest set of statements that clashes. A clash that needs an assumption, or a cell of the
-- reference that nobody has confirmed, is only possible. A timeline that is too large to solve is undecided.
--
-- To settle: Find out which statement of the set does not hold. All changes of one repair are needed together.
-- `corrigenda timeline` shows every clash and every repair, and what each leaves.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: clashes by clash_id
-- places: dates[date_ids].as_printed basis, mentions[mention_ids].name_printed basis, tenures[tenure_ids].start basis,
--   tenures[tenure_ids].end basis, names[name_ids].used_from basis, names[name_ids].superseded basis,
--   relations[relation_ids].relation basis, events[event_ids].tense basis
-- message: these cannot all be true: {told}[; for all to be true, {stretch}][; {more}]
-- repairs: corrections
SELECT *
FROM clashes
WHERE verdict <> 'consistent'
