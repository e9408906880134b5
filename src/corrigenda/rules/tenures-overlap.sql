-- Two terms of an office that one person holds at a time share more than a day of handover.
--
-- Why it happens: a term was closed late or not at all, a successor's start was taken from the day of the
-- vote, or one of two sources counts an acting holder. An end equal to the next start is a handover and fits.
--
-- To settle: look up the day of the handover in a source for both terms.
--
-- severity: error
-- subject: reference
-- judges: tenures by tenure_id
-- places: tenures.end basis, tenures[open_id].as_of basis, tenures[later_ids].start basis
-- message: the term {tenure_id} goes on until {end_first:day} at least, {days} days after {later} had started
-- repair: tenures.end = {later_start}: the term ends when the later one starts
WITH shared AS (
    SELECT
        p.*,
        CASE
            WHEN p.is_handover OR p.end_last <= p.later_start_first THEN 'consistent'
            WHEN p.later_start_last < p.end_first AND p.start_last < p.later_end_first THEN 'certain'
            WHEN p.end_state = 'closed' AND p.end_last > p.later_start_first THEN 'possible'
            ELSE 'undecided'
        END AS verdict
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
    CASE WHEN w.verdict = 'undecided' THEN 'the term is open or its end unknown, and a later term starts after the last day on which it is known' END AS reason,
    CASE WHEN max(o.end_state) = 'open' THEN w.tenure_id END AS open_id,
    array_agg(o.later_id) AS later_ids,
    min(o.end_first) AS end_first,
    greatest(max(o.end_first - o.later_start_last), max(o.end_last - o.later_start_first)) AS days,
    string_agg(o.later_id, ' and ' ORDER BY o.later_id) AS later,
    min(t."start") AS later_start
FROM worst AS w
JOIN shared AS o ON o.tenure_id = w.tenure_id AND o.verdict = w.verdict
JOIN tenures AS t ON t.tenure_id = o.later_id
GROUP BY w.tenure_id, w.verdict
