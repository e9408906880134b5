-- Every event with the first and the last day on which it can have been: by its printed dates, by its tense compared
-- with the time of writing, and by the timeline, as far as that is printed and free of conflict.
-- grain: event_id
SELECT
    event.event_id, -- The event.
    event.article_id, -- The article that reports it.
    event.claim_id, -- The claim that it is part of.
    days.stated, -- Its dates as EDTF, as far as some are printed.
    days.first, -- The first day on which it can have been; empty where nothing bounds it.
    days.last -- The last day on which it can have been; empty where nothing bounds it.
FROM events AS event
JOIN event_days_cells AS days ON days.event_id = event.event_id
