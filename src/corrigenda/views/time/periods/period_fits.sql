-- How the days of every reading fit the periods that the reference knows: whether a period can hold on some of the days
-- (can_fit), perhaps or surely holds on some (perhaps_touches, surely_touches), surely holds on all of them
-- (surely_fits), or does if what nobody knows of a start or an end is so (perhaps_fits); the next period after the days
-- and the last before them; the verdict on this reading, and the reason where there is none. A side that nothing bounds
-- reaches to the end of the calendar, so that days open to one side fit a period that is open to the same side.
-- grain: judged, judged_id, reading
WITH readings AS (
    SELECT
        reading.*,
        coalesce(reading.first_day, calendar.first_day) AS from_day,
        coalesce(reading.last_day, calendar.last_day) AS to_day,
        CASE WHEN reading.reading = 'writing' THEN 'the writing' ELSE 'the event' END AS happening
    FROM use_readings AS reading
    CROSS JOIN calendar
),
pairs AS (
    SELECT
        reading.judged,
        reading.judged_id,
        reading.reading,
        stretch.holds,
        stretch.is_reversed,
        stretch.first_day,
        stretch.first_id,
        stretch.last_day,
        stretch.last_id,
        stretch.first_day <= reading.to_day AND stretch.last_day >= reading.from_day AS is_touched,
        stretch.first_day <= reading.from_day AND stretch.last_day >= reading.to_day AS is_covered,
        stretch.holds = 'possibly' AND stretch.first_day > reading.to_day AS is_later,
        stretch.holds = 'possibly' AND stretch.last_day < reading.from_day AS is_earlier
    FROM readings AS reading
    JOIN period_stretches AS stretch ON stretch.owner_id = reading.owner_id
),
compared AS (
    SELECT
        judged,
        judged_id,
        reading,
        bool_or(is_reversed) AS is_reversed,
        bool_or(holds IN ('possibly', 'beyond') AND is_touched) AS can_fit,
        bool_or(holds = 'beyond' AND is_touched) AS is_beyond,
        bool_or(holds = 'perhaps' AND is_touched) AS perhaps_touches,
        bool_or(holds = 'surely' AND is_touched) AS surely_touches,
        bool_or(holds = 'surely' AND is_covered) AS surely_fits,
        bool_or(holds <> 'possibly' AND is_covered) AS perhaps_fits,
        min(CASE WHEN is_later THEN first_day END) AS next_start,
        min_by(first_id, CASE WHEN is_later THEN {'day': first_day, 'period': first_id} END) AS next_id,
        max(CASE WHEN is_earlier THEN last_day END) AS previous_end,
        max_by(last_id, CASE WHEN is_earlier THEN {'day': last_day, 'period': last_id} END) AS previous_id
    FROM pairs
    GROUP BY judged, judged_id, reading
),
described AS (
    SELECT
        reading.*,
        compared.judged_id IS NOT NULL AS is_known,
        coalesce(compared.can_fit, FALSE) AS can_fit,
        coalesce(compared.perhaps_touches, FALSE) AS perhaps_touches,
        coalesce(compared.surely_touches, FALSE) AS surely_touches,
        coalesce(compared.surely_fits, FALSE) AS surely_fits,
        coalesce(compared.perhaps_fits, FALSE) AS perhaps_fits,
        coalesce(compared.is_beyond, FALSE) AS is_beyond,
        compared.next_start,
        compared.next_id,
        compared.previous_end,
        compared.previous_id,
        -- What says why nothing can be decided comes in the order in which it would have to be mended.
        CASE
            WHEN reading.first_day > reading.last_day
                THEN concat('the dates that bound ', reading.happening, ' leave no day for it')
            WHEN compared.judged_id IS NULL THEN 'the reference knows no term of this person in this office'
            WHEN compared.is_reversed THEN 'the reference has the end before the beginning'
            WHEN reading.first_day IS NULL AND reading.last_day IS NULL
                THEN concat('no day is known for ', reading.happening)
            WHEN reading.first_day IS NULL THEN concat(reading.happening, ' has no first day')
            WHEN reading.last_day IS NULL THEN concat(reading.happening, ' has no last day')
            -- The input that forced this: a list to 2022, and a president who signs an order on 1 May 2025.
            WHEN compared.perhaps_fits AND compared.is_beyond
                THEN concat(
                    'the terms of this person in this office are known only up to a day before ', reading.happening
                )
            WHEN compared.perhaps_fits
                THEN concat(
                    'the start or the end of the term is not known, or known only up to a day before ',
                    reading.happening,
                    ' can end'
                )
            -- The input that forced this: "the last title came under" a coach of the nineties, after the first one.
            WHEN reading.reading = 'event' AND reading.stated IS NULL AND NOT coalesce(reading.is_recent, FALSE)
                THEN 'only other events bound the day of the event'
        END AS gap
    FROM readings AS reading
    LEFT JOIN compared
        ON compared.judged = reading.judged
        AND compared.judged_id = reading.judged_id
        AND compared.reading = reading.reading
),
decided AS (
    SELECT
        *,
        CASE
            WHEN first_day > last_day OR NOT is_known THEN 'undecided'
            WHEN NOT can_fit THEN 'certain'
            WHEN surely_fits THEN 'consistent'
            WHEN gap IS NOT NULL THEN 'undecided'
            ELSE 'possible'
        END AS verdict
    FROM described
)
SELECT
    *,
    CASE WHEN verdict = 'undecided' THEN gap END AS reason,
    -- What lies before every period does so however far back it was, and rests on no assumption.
    is_recent AND (can_fit OR previous_end IS NOT NULL) AS rests_on_recency,
    CASE WHEN NOT is_recent OR can_fit OR previous_end IS NOT NULL THEN not_before END AS since_day
FROM decided
