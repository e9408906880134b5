-- What an article says about times cannot all be true, by itself or with the reference.
--
-- Why it happens: One wrong year, one gap counted from the wrong event, or a title carried to another time is
-- enough. Each statement alone may look right; only together they leave no day.
--
-- What is judged: All dates, gaps, tenses, orders, titles and names of one article are checked together. Each
-- finding shows one smallest set of statements that clashes. A clash that needs an assumption, or a cell of the
-- reference that nobody has confirmed, is only possible. A timeline that is too large to solve is undecided.
--
-- Clashes that are independent of one another are each a finding. One that rests on the same rows as another finding,
-- such as a title and the date of its event, is shown with that finding.
--
-- To settle: Find out which statement of the set does not hold. Each repair changes one of them, and says what would
-- still clash then. `corrigenda timeline` shows every clash, and every set of changes after which nothing clashes.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: clashes by clash_id
-- places: dates[date_ids].as_printed basis, mentions[mention_ids].name_printed basis, tenures[tenure_ids].start basis,
--   tenures[tenure_ids].end basis, names[name_ids].used_from basis, names[name_ids].superseded basis,
--   relations[relation_ids].relation basis, events[event_ids].tense basis, milestones[milestone_ids].day basis
-- message: these cannot all be true: {told}[. For all to be true, {stretch}][. {more}]
-- repairs: corrections
-- yields: to findings on the same rows
SELECT *
FROM clashes
WHERE verdict <> 'consistent'
