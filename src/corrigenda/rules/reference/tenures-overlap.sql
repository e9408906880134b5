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
--   {bound}, {days:count day} after the other had started[; {acting}]
-- repair: tenures.end = {later_start}: the term ends when the later one starts
WITH bounded AS (
    SELECT *, later_start_last < end_first AND start_last < later_end_first AS is_sure FROM tenure_pairs
),
shared AS (
    SELECT
        *,
        CASE
            WHEN is_handover OR end_last <= later_start_first OR later_end_last <= start_first THEN 'consistent'
            WHEN is_sure AND NOT is_acting THEN 'certain'
            WHEN is_sure THEN 'possible'
            WHEN is_unbounded THEN 'undecided'
            ELSE 'possible'
        END AS verdict
    FROM bounded
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
),
listed AS (
    SELECT
        pair.tenure_id,
        pair.verdict,
        array_agg(pair.later_id) AS later_ids,
        string_agg(pair.later_id, ' and ' ORDER BY pair.later_id) AS later,
        bool_and(pair.is_sure) AS is_sure,
        bool_or(pair.is_acting) AS is_acting,
        min(pair.end_first) AS end_first,
        min(pair.end_last) AS end_last,
        min(pair.later_start_first) AS later_start_first,
        min(pair.later_start_last) AS later_start_last,
        min(later."start") AS later_start
    FROM shared AS pair
    JOIN tenures AS later ON later.tenure_id = pair.later_id
    GROUP BY pair.tenure_id, pair.verdict
)
SELECT
    worst.tenure_id,
    worst.verdict,
    CASE
        WHEN worst.verdict = 'undecided'
            THEN 'a start or an end is not known, or an open term is known only up to a day before a later one starts'
    END AS reason,
    CASE WHEN term."end" IS NULL THEN worst.tenure_id END AS open_id,
    later.later_ids,
    later.later,
    CASE WHEN later.is_sure THEN later.end_first ELSE later.end_last END AS until,
    CASE WHEN later.is_sure THEN 'at least' ELSE 'at the latest' END AS bound,
    CASE
        WHEN later.is_sure THEN later.end_first - later.later_start_last
        ELSE later.end_last - later.later_start_first
    END AS days,
    CASE WHEN later.is_acting THEN 'one of them is an acting holder' END AS acting,
    later.later_start
FROM worst
JOIN tenures AS term ON term.tenure_id = worst.tenure_id
JOIN listed AS later ON later.tenure_id = worst.tenure_id AND later.verdict = worst.verdict
