-- Every term of an office that one person holds at a time, beside every term that starts later in it; terms
-- of one person in one office count too.
SELECT
    days.tenure_id,
    other_days.tenure_id AS later_id,
    days.start_first,
    days.start_last,
    days.end_first,
    days.end_last,
    other_days.start_first AS later_start_first,
    other_days.start_last AS later_start_last,
    other_days.end_first AS later_end_first,
    other_days.end_last AS later_end_last,
    coalesce(term."end" = other_term."start", FALSE) OR coalesce(other_term."end" = term."start", FALSE) AS is_handover,
    term.acting OR other_term.acting AS is_acting,
    days.start_first = 1 OR days.end_last = 3652059 OR other_days.start_last = 3652059 OR (other_days.end_last = 3652059 AND days.start_last >= other_days.end_first) AS is_unbounded
FROM tenure_days AS days
JOIN tenure_days AS other_days
    ON other_days.office_id = days.office_id
    AND (other_days.start_first > days.start_first OR (other_days.start_first = days.start_first AND other_days.tenure_id > days.tenure_id))
JOIN tenures AS term ON term.tenure_id = days.tenure_id
JOIN tenures AS other_term ON other_term.tenure_id = other_days.tenure_id
JOIN offices AS office ON office.office_id = days.office_id AND office.holders = 'one'
