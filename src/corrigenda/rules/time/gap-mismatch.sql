-- A stated distance in time does not fit the dates around it.
--
-- Why it happens: the gap is counted from another event than the one named, a date was changed and the gap was
-- not, or the words were taken over from a text of another day.
--
-- To settle: find out from which event the gap is counted, and how long it was. Certain is only what lies
-- outside the range that no reader exceeds; within it but outside the range that every reader accepts it is
-- possible, and so is what needs an order that is only taken for granted.
--
-- severity: error
-- subject: article
-- judges: said_gaps by date_id
-- places: dates.as_printed basis, dates[date_ids].edtf basis, events[event_ids].tense basis,
--   relations[relation_ids].relation basis
-- message: "{as_printed}" does not fit {told}[; the events would lie {stretch} apart]
SELECT g.*, s.as_printed
FROM gap_answers AS g
JOIN said_gaps AS s ON s.date_id = g.date_id
