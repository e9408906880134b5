-- Two events are put in an order, and their printed dates are the other way round.
--
-- Why it happens: One of the two dates was mistyped, a sentence was moved, or "before" and "after" were swapped
-- when the text was shortened.
--
-- What is judged: Only the printed dates of the two events count. What else limits them is left to the rule for
-- the whole timeline, and an order against the time of writing is left to the rule for tense. Dates that meet on
-- one day fit every order. A difference of one day is only possible, because of time zones. So is the date of
-- something that lasts or recurs, because it may be the date of one part.
--
-- To settle: Look up both days and their order, and print what the source has.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: dated_relations by relation_id
-- places: relations.relation basis, dates[date_ids].edtf basis, dates[other_ids].edtf basis
-- message: the article puts ‘{label}’, dated {stated}, {put} ‘{other_label}’, dated {other_stated}; this does not
--   fit[: it is at least
--   {days_late:count day} later][: it is at least {days_early:count day} earlier][; {doubt}]
-- repair: relations.relation = {fitting}: both dates stay, and the order is the other way round
SELECT
    relation_id,
    CASE
        WHEN is_empty OR is_unknown THEN 'undecided'
        WHEN greatest(days_late, days_early) > 1 AND NOT may_reach THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN is_empty THEN 'the printed dates of one of the two events leave no day for it'
        WHEN is_unknown THEN 'the date of one of the two events has no year, or is marked as uncertain'
    END AS reason,
    label,
    stated,
    date_ids,
    other_label,
    other_stated,
    other_ids,
    CASE relation WHEN 'same' THEN 'on the same day as' WHEN 'not-after' THEN 'before or with' ELSE relation END AS put,
    CASE WHEN days_late > 0 THEN days_late END AS days_late,
    CASE WHEN days_early > 0 THEN days_early END AS days_early,
    CASE
        WHEN may_reach THEN 'one of them lasts or comes again, and its date may be that of another part of it'
        WHEN greatest(days_late, days_early) = 1 THEN 'it may be the same day in another time zone'
    END AS doubt,
    CASE WHEN relation IN ('before', 'not-after') THEN 'after' WHEN relation = 'after' THEN 'before' END AS fitting
FROM dated_relations
WHERE is_empty OR is_unknown OR days_late > 0 OR days_early > 0
