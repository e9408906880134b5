-- Two terms in an office that one person holds at a time share more than a day of handover.
--
-- Why it happens: A term was closed late or not at all, a successor's start was taken from the day of the vote, or
-- one of two sources counts an acting holder.
--
-- What is judged: An end equal to the next start is a handover and fits. With an acting holder the overlap is only
-- possible, because the acting holder may stand in for somebody who stays in office.
--
-- To settle: Look up the day of the handover in a source for both terms.
--
-- since: 0.1.0
-- severity: error
-- subject: reference
-- judges: tenures by tenure_id
-- places: tenures.end basis, tenures[open_id].as_of basis, tenures[later_ids].start basis
-- message: the term {tenure_id} does not fit {later}: it goes on until {until:day}
--   {bound}, {days} days after the other had started[; {acting}]
-- repair: tenures.end = {later_start}: the term ends when the later one starts
WITH shared AS (
    SELECT
        p.*,
        CASE
            WHEN p.is_handover OR p.end_last <= p.later_start_first OR p.later_end_last <= p.start_first THEN 'consistent'
            WHEN p.later_start_last < p.end_first AND p.start_last < p.later_end_first THEN CASE WHEN p.is_acting THEN 'possible' ELSE 'certain' END
            WHEN p.is_unbounded THEN 'undecided'
            ELSE 'possible'
        END AS verdict,
        p.later_start_last < p.end_first AND p.start_last < p.later_end_first AS is_sure
    FROM tenure_pairs AS p
),
worst AS (
    SELECT
        tenure_id,
        CASE
            WHEN bool_or(verdict = 'certain') THEN 'certain'
            WHEN bool_or(verdict = 'possible') THEN 'possible'
            ELSE 'undecided'
        END AS verdict
    FROM shared
    WHERE verdict <> 'consistent'
    GROUP BY tenure_id
)
SELECT
    w.tenure_id,
    w.verdict,
    CASE WHEN w.verdict = 'undecided' THEN 'a start or an end is not known, or an open term is known only up to a day before a later one starts' END AS reason,
    CASE WHEN t."end" IS NULL THEN w.tenure_id END AS open_id,
    o.later_ids,
    o.later,
    CASE WHEN o.is_sure THEN o.end_first ELSE o.end_last END AS until,
    CASE WHEN o.is_sure THEN 'at least' ELSE 'at the latest' END AS bound,
    CASE WHEN o.is_sure THEN o.end_first - o.later_start_last ELSE o.end_last - o.later_start_first END AS days,
    CASE WHEN o.is_acting THEN 'one of them is an acting holder' END AS acting,
    o.later_start
FROM worst AS w
JOIN tenures AS t ON t.tenure_id = w.tenure_id
JOIN (
    SELECT
        s.tenure_id,
        s.verdict,
        array_agg(s.later_id) AS later_ids,
        string_agg(s.later_id, ' and ' ORDER BY s.later_id) AS later,
        bool_and(s.is_sure) AS is_sure,
        bool_or(s.is_acting) AS is_acting,
        min(s.end_first) AS end_first,
        min(s.end_last) AS end_last,
        min(s.later_start_first) AS later_start_first,
        min(s.later_start_last) AS later_start_last,
        min(u."start") AS later_start
    FROM shared AS s
    JOIN tenures AS u ON u.tenure_id = s.later_id
    GROUP BY s.tenure_id, s.verdict
) AS o ON o.tenure_id = w.tenure_id AND o.verdict = w.verdict
