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
-- Who is compared with whom: the terms of one person, and those of all in an office of one holder.
circles AS (
    SELECT *, concat(office_id, ' ', actor_id, CASE WHEN acting THEN ' acting' END) AS circle, TRUE AS is_own
    FROM terms
    UNION ALL
    SELECT *, office_id AS circle, FALSE AS is_own FROM terms WHERE holders = 'one' AND NOT acting
),
placed AS (
    SELECT
        *,
        count(*) OVER (PARTITION BY circle, is_own) > 100 AS is_large,
        row_number() OVER (PARTITION BY circle, is_own ORDER BY start_last, tenure_id) AS place,
        max_by(tenure_id, end_first) OVER (
            PARTITION BY circle, is_own
            ORDER BY start_last, tenure_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS longest_id
    FROM circles
),
-- Among more than a hundred terms a term is compared with its neighbours by their start and with the one that, of all
-- that started before, surely goes on longest: if it is apart from these, it is taken to be apart from all.
paired AS (
    SELECT term.is_own, term.tenure_id, other.tenure_id AS other_id
    FROM placed AS term
    JOIN placed AS other ON other.circle = term.circle AND other.is_own = term.is_own
    WHERE NOT term.is_large
    UNION ALL
    SELECT term.is_own, term.tenure_id, other.tenure_id AS other_id
    FROM placed AS term
    CROSS JOIN (VALUES (-4), (-3), (-2), (-1), (1), (2), (3), (4)) AS near (steps)
    JOIN placed AS other
        ON other.circle = term.circle AND other.is_own = term.is_own AND other.place = term.place + near.steps
    WHERE term.is_large
    UNION ALL
    SELECT is_own, tenure_id, longest_id AS other_id FROM placed WHERE is_large
    UNION ALL
    SELECT is_own, longest_id AS tenure_id, tenure_id AS other_id FROM placed WHERE is_large
),
compared AS (
    SELECT
        term.tenure_id,
        pair.is_own,
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
    FROM paired AS pair
    JOIN terms AS term ON term.tenure_id = pair.tenure_id
    JOIN terms AS other ON other.tenure_id = pair.other_id
    CROSS JOIN calendar
    -- An end printed like the next start is a handover, however imprecise both are.
    WHERE term.tenure_id <> other.tenure_id
        AND (pair.is_own OR other.actor_id <> term.actor_id)
        AND NOT coalesce(term.end_text = other.start_text, FALSE)
        AND NOT coalesce(other.end_text = term.start_text, FALSE)
    GROUP BY term.tenure_id, pair.is_own
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
