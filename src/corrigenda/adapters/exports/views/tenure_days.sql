-- Every term of office as days. On the days from first to last the person can have held the office; on those from
-- sure_first to sure_last they surely did. Where sure_last is before sure_first, there is no such day.
-- grain: tenure_id
SELECT
    tenure.tenure_id, -- The term.
    tenure.actor_id, -- Who held the office.
    tenure.office_id, -- The office.
    tenure.acting, -- Whether they held it as acting.
    tenure.end_state, -- Whether the term is closed or open, or whether that is unknown.
    days.first, -- The first day that the start can mean; empty where nothing bounds it.
    days.last, -- The last day that the end can mean; empty where nothing bounds it, as in an open term.
    days.sure_first, -- The last day that the start can mean; empty where nothing bounds it.
    days.sure_last, -- The first day that the end can mean, of an open term the day up to which it is known.
    days.known_until, -- The day after which the reference knows nothing of the term; empty where it does not say.
    days.is_reversed -- Whether the term ends before it starts: such a term shows nothing, and has no days.
FROM tenures AS tenure
JOIN tenure_days_cells AS days ON days.tenure_id = tenure.tenure_id
