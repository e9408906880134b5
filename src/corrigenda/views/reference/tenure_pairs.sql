-- Every term of an office that one person holds at a time, beside every term that starts later in it; terms
-- of one person in one office count too.
-- grain: tenure_id, later_id
SELECT
    earlier.tenure_id,
    later.tenure_id AS later_id,
    earlier.start_first,
    earlier.start_last,
    earlier.end_first,
    earlier.end_last,
    later.start_first AS later_start_first,
    later.start_last AS later_start_last,
    later.end_first AS later_end_first,
    later.end_last AS later_end_last,
    coalesce(term."end" = later_term."start", FALSE) OR coalesce(later_term."end" = term."start", FALSE) AS is_handover,
    term.acting OR later_term.acting AS is_acting,
    earlier.start_first = calendar.first_day
        OR earlier.end_last = calendar.last_day
        OR later.start_last = calendar.last_day
        OR (later.end_last = calendar.last_day AND earlier.start_last >= later.end_first) AS is_unbounded
FROM tenure_days AS earlier
JOIN tenure_days AS later
    ON later.office_id = earlier.office_id
    AND (
        later.start_first > earlier.start_first
        OR (later.start_first = earlier.start_first AND later.tenure_id > earlier.tenure_id)
    )
JOIN tenures AS term ON term.tenure_id = earlier.tenure_id
JOIN tenures AS later_term ON later_term.tenure_id = later.tenure_id
JOIN offices AS office ON office.office_id = earlier.office_id AND office.holders = 'one'
CROSS JOIN calendar
