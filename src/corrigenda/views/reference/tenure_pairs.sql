-- Every term of an office that one person holds at a time, beside every term that starts later in it; terms
-- of one person in one office count too.
SELECT
    a.tenure_id,
    b.tenure_id AS later_id,
    a.start_first,
    a.start_last,
    a.end_first,
    a.end_last,
    b.start_first AS later_start_first,
    b.start_last AS later_start_last,
    b.end_first AS later_end_first,
    b.end_last AS later_end_last,
    coalesce(t."end" = u."start", FALSE) OR coalesce(u."end" = t."start", FALSE) AS is_handover,
    t.acting OR u.acting AS is_acting,
    a.start_first = 1 OR a.end_last = 3652059 OR b.start_last = 3652059 OR (b.end_last = 3652059 AND a.start_last >= b.end_first) AS is_unbounded
FROM tenure_days AS a
JOIN tenure_days AS b
    ON b.office_id = a.office_id
    AND (b.start_first > a.start_first OR (b.start_first = a.start_first AND b.tenure_id > a.tenure_id))
JOIN tenures AS t ON t.tenure_id = a.tenure_id
JOIN tenures AS u ON u.tenure_id = b.tenure_id
JOIN offices AS o ON o.office_id = a.office_id AND o.holders = 'one'
