-- Every known tie with the days on which it may and on which it surely holds. A side without a day bounds nothing where
-- the kind of tie lasts; elsewhere an open tie surely holds up to the day up to which it is known, and what has no
-- first day surely holds on no day (has_start is false). One that ends before it starts shows nothing.
-- grain: tie_id
WITH bounds AS (
    SELECT
        tie.tie_id,
        tie."start" IS NOT NULL OR kind.lasting AS has_start,
        CASE WHEN NOT (kind.lasting AND tie.end_state <> 'closed') THEN known.first_day END AS known_until,
        coalesce(starting.first_day, calendar.first_day) AS may_first,
        coalesce(
            starting.last_day, CASE WHEN kind.lasting THEN calendar.first_day ELSE calendar.last_day END
        ) AS sure_first,
        coalesce(
            ending.first_day,
            CASE
                WHEN kind.lasting AND tie.end_state <> 'closed' THEN calendar.last_day
                WHEN tie.end_state = 'open' THEN known.first_day
            END,
            calendar.first_day
        ) AS sure_last,
        coalesce(ending.last_day, calendar.last_day) AS may_last,
        calendar.first_day,
        calendar.last_day
    FROM ties AS tie
    CROSS JOIN calendar
    JOIN tie_kinds AS kind ON kind.tie_kind_id = tie.relation
    LEFT JOIN edtf AS starting ON starting.text = tie."start"
    LEFT JOIN edtf AS ending ON ending.text = tie."end"
    LEFT JOIN sources AS source ON source.source_id = tie.source_id
    LEFT JOIN edtf AS known ON known.text = coalesce(tie.as_of, source.known_until)
)
SELECT
    tie_id,
    has_start,
    known_until,
    may_first > may_last AS is_reversed,
    CASE WHEN may_first > may_last THEN first_day ELSE may_first END AS may_first,
    CASE WHEN may_first > may_last THEN last_day ELSE sure_first END AS sure_first,
    CASE WHEN may_first > may_last THEN first_day ELSE sure_last END AS sure_last,
    CASE WHEN may_first > may_last THEN last_day ELSE may_last END AS may_last
FROM bounds
