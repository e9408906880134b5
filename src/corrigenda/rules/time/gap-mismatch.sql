-- A stated distance in time does not fit the dates around it.
--
-- Why it happens: The gap is counted from another event than the one named, a date was changed and the gap was
-- not, or the words come from a text of another day.
--
-- What is judged: Every gap has two ranges: one that every reader accepts, and a wider one that no reader exceeds.
-- A clash is certain only outside the wider range. Between the two it is possible, and so is a clash that needs an
-- order which is only taken for granted.
--
-- To settle: Find out from which event the gap is counted, and how long it was.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: said_gaps by date_id
-- places: dates.as_printed basis, dates.duration basis, dates[date_ids].edtf basis, events[event_ids].tense basis,
--   relations[relation_ids].relation basis
-- message: "{as_printed}" does not fit the rest: {told}[. By that, the events are {stretch} apart]
SELECT answer.*, gap.as_printed
FROM gap_answers AS answer
JOIN said_gaps AS gap ON gap.date_id = answer.date_id
