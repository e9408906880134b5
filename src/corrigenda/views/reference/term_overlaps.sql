-- Terms that clash with others in their office: of the same person (is_own), or of other people where one person holds
-- the office at a time and neither is acting. is_sure where some other term surely shares more than a day of handover;
-- is_open where only a start or an end that nobody knows keeps a later term from being apart.
-- grain: tenure_id, is_own
WITH terms AS (
    SELECT days.*, term."start" AS start_text, term."end" AS end_text, term.acting, office.holders
    FROM tenure_days AS days
    JOIN tenures AS term ON term.tenure_id = days.tenure_id
    JOIN offices AS office ON office.office_id = days.office_id
),
-- One row for each term at the end, so that 1,500 terms in one office stay 1,500 rows.
compared AS (
    SELECT
        term.tenure_id,
        other.actor_id = term.actor_id AS is_own,
        bool_or(other.start_last < term.end_first AND term.start_last < other.end_first) AS is_sure,
        bool_or(
            (
                other.start_first > term.start_first
                OR (other.start_first = term.start_first AND other.tenure_id > term.tenure_id)
            )
            AND other.start_first < term.end_last
            AND term.start_first < other.end_last
            AND (
                term.start_first = calendar.first_day
                OR term.end_last = calendar.last_day
                OR other.start_last = calendar.last_day
                OR (other.end_last = calendar.last_day AND term.start_last >= other.end_first)
            )
        ) AS is_open
    FROM terms AS term
    JOIN terms AS other
        ON other.office_id = term.office_id
        AND other.tenure_id <> term.tenure_id
        AND (
            (other.actor_id = term.actor_id AND other.acting = term.acting)
            OR (other.actor_id <> term.actor_id AND term.holders = 'one' AND NOT term.acting AND NOT other.acting)
        )
    CROSS JOIN calendar
    -- An end printed like the next start is a handover, however imprecise both are.
    WHERE NOT coalesce(term.end_text = other.start_text, FALSE)
        AND NOT coalesce(other.end_text = term.start_text, FALSE)
    GROUP BY term.tenure_id, other.actor_id = term.actor_id
)
SELECT
    term.tenure_id,
    term.actor_id,
    term.office_id,
    compared.is_own,
    compared.is_sure,
    compared.is_open,
    term.start_first,
    term.start_last,
    term.end_first,
    term.end_last
FROM compared
JOIN terms AS term ON term.tenure_id = compared.tenure_id
WHERE compared.is_sure OR compared.is_open
