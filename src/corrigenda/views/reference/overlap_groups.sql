-- The terms that surely overlap another one, in groups: a group goes on as long as the next term starts before those
-- before it have ended. place counts the terms of a group by their start; the first one stands for the group.
-- grain: tenure_id, is_own
WITH ordered AS (
    SELECT
        *,
        concat(office_id, CASE WHEN is_own THEN concat(' ', actor_id) END) AS circle,
        max(end_last) OVER (
            PARTITION BY office_id, is_own, CASE WHEN is_own THEN actor_id END
            ORDER BY start_first, tenure_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS reached
    FROM term_overlaps
    WHERE is_sure
),
numbered AS (
    SELECT
        *,
        sum(CASE WHEN reached IS NULL OR start_first >= reached THEN 1 ELSE 0 END) OVER (
            PARTITION BY circle, is_own ORDER BY start_first, tenure_id
        ) AS number
    FROM ordered
),
described AS (
    SELECT
        clash.tenure_id,
        clash.is_own,
        clash.circle,
        clash.number,
        clash.start_first,
        clash.start_last,
        clash.end_first,
        clash.end_last,
        concat(
            CASE WHEN NOT clash.is_own THEN concat(holder.label, ', ') END,
            concat_ws(
                ' ',
                'from',
                coalesce(term."start", 'an unknown day'),
                CASE
                    WHEN term."end" IS NOT NULL THEN concat('to ', term."end")
                    WHEN term.end_state = 'open' AND term.as_of IS NOT NULL THEN concat('and still on ', term.as_of)
                END
            )
        ) AS words
    FROM numbered AS clash
    JOIN tenures AS term ON term.tenure_id = clash.tenure_id
    JOIN actors AS holder ON holder.actor_id = clash.actor_id
)
SELECT
    *,
    row_number() OVER (PARTITION BY circle, is_own, number ORDER BY start_first, tenure_id) AS place
FROM described
