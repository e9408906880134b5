-- How every reading of a printed tie fits what is known: whether a tie to the same can hold on some of its days
-- (can_fit) or the days come after what the reference knows (is_beyond), the next one after the days and the last one
-- before them; and of ties to something else, of which one is had at a time, one that surely holds on all of the days
-- (sure_rival) and one that can hold on some (may_rival). "Former" says only that the tie has begun.
-- grain: tie_mention_id, reading
WITH pairs AS (
    SELECT
        reading.tie_mention_id,
        reading.reading,
        tie_match.fit,
        tie_match.tie_id,
        days.may_first,
        days.may_last,
        days.known_until,
        days.may_first <= reading.last_day
        AND (days.may_last >= reading.first_day OR printed.is_former) AS can_hold,
        days.sure_first <= reading.first_day AND days.sure_last >= reading.last_day AS surely_holds,
        reading.first_day > days.known_until AS is_beyond,
        days.may_first > reading.last_day AS is_later,
        days.may_last < reading.first_day AND NOT printed.is_former AS is_earlier
    FROM tie_readings AS reading
    JOIN printed_ties AS printed ON printed.tie_mention_id = reading.tie_mention_id
    JOIN tie_matches AS tie_match ON tie_match.tie_mention_id = reading.tie_mention_id
    JOIN tie_days AS days ON days.tie_id = tie_match.tie_id
)
SELECT
    reading.tie_mention_id,
    reading.reading,
    reading.first_day,
    reading.last_day,
    reading.is_assumed,
    coalesce(bool_or(pair.fit = 'same'), FALSE) AS is_known,
    coalesce(bool_or(pair.fit = 'wider'), FALSE) AS is_wider,
    coalesce(bool_or(pair.fit = 'same' AND pair.can_hold), FALSE) AS can_fit,
    -- Of several lists the latest counts, for a newer one has what an older one lacks.
    coalesce(reading.first_day > max(CASE WHEN pair.fit <> 'wider' THEN pair.known_until END), FALSE) AS is_beyond,
    min(CASE WHEN pair.fit = 'same' AND pair.is_later THEN pair.may_first END) AS next_start,
    min_by(
        CASE WHEN pair.fit = 'same' AND pair.is_later THEN pair.tie_id END,
        CASE WHEN pair.fit = 'same' AND pair.is_later THEN {'day': pair.may_first, 'tie': pair.tie_id} END
    ) AS next_id,
    max(CASE WHEN pair.fit = 'same' AND pair.is_earlier THEN pair.may_last END) AS previous_end,
    max_by(
        CASE WHEN pair.fit = 'same' AND pair.is_earlier THEN pair.tie_id END,
        CASE WHEN pair.fit = 'same' AND pair.is_earlier THEN {'day': pair.may_last, 'tie': pair.tie_id} END
    ) AS previous_id,
    min(CASE WHEN pair.fit = 'rival' AND pair.surely_holds THEN pair.tie_id END) AS sure_rival,
    min(
        CASE WHEN pair.fit = 'rival' AND pair.can_hold AND NOT coalesce(pair.is_beyond, FALSE) THEN pair.tie_id END
    ) AS may_rival
FROM tie_readings AS reading
LEFT JOIN pairs AS pair ON pair.tie_mention_id = reading.tie_mention_id AND pair.reading = reading.reading
GROUP BY reading.tie_mention_id, reading.reading, reading.first_day, reading.last_day, reading.is_assumed
