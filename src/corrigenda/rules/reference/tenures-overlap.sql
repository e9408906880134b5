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
        pair.*,
        CASE
            WHEN pair.is_handover OR pair.end_last <= pair.later_start_first OR pair.later_end_last <= pair.start_first THEN 'consistent'
            WHEN pair.later_start_last < pair.end_first AND pair.start_last < pair.later_end_first THEN CASE WHEN pair.is_acting THEN 'possible' ELSE 'certain' END
            WHEN pair.is_unbounded THEN 'undecided'
            ELSE 'possible'
        END AS verdict,
        pair.later_start_last < pair.end_first AND pair.start_last < pair.later_end_first AS is_sure
    FROM tenure_pairs AS pair
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
    worst.tenure_id,
    worst.verdict,
    CASE WHEN worst.verdict = 'undecided' THEN 'a start or an end is not known, or an open term is known only up to a day before a later one starts' END AS reason,
    CASE WHEN term."end" IS NULL THEN worst.tenure_id END AS open_id,
    found.later_ids,
    found.later,
    CASE WHEN found.is_sure THEN found.end_first ELSE found.end_last END AS until,
    CASE WHEN found.is_sure THEN 'at least' ELSE 'at the latest' END AS bound,
    CASE WHEN found.is_sure THEN found.end_first - found.later_start_last ELSE found.end_last - found.later_start_first END AS days,
    CASE WHEN found.is_acting THEN 'one of them is an acting holder' END AS acting,
    found.later_start
FROM worst AS worst
JOIN tenures AS term ON term.tenure_id = worst.tenure_id
JOIN (
    SELECT
        shared.tenure_id,
        shared.verdict,
        array_agg(shared.later_id) AS later_ids,
        string_agg(shared.later_id, ' and ' ORDER BY shared.later_id) AS later,
        bool_and(shared.is_sure) AS is_sure,
        bool_or(shared.is_acting) AS is_acting,
        min(shared.end_first) AS end_first,
        min(shared.end_last) AS end_last,
        min(shared.later_start_first) AS later_start_first,
        min(shared.later_start_last) AS later_start_last,
        min(term."start") AS later_start
    FROM shared AS shared
    JOIN tenures AS term ON term.tenure_id = shared.later_id
    GROUP BY shared.tenure_id, shared.verdict
) AS found ON found.tenure_id = worst.tenure_id AND found.verdict = worst.verdict
