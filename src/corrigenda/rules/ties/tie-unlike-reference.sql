-- What an article says somebody or something belongs to is not what the reference has.
--
-- Why it happens: A party, a nationality, a place, a maker, an owner or a husband was written from memory, or is that
-- of an earlier or a later time.
--
-- What is judged: Every printed tie ("the Democrat", "the Paris museum", "the author of") with known ties of the
-- same person or thing. A tie to a part counts as one to the whole, and a place or a body also lies in its state. Of
-- two places one may lie in the other, so that only two cities or two states clash. Absence proves nothing: somebody
-- with one citizenship can have another, and a work can have another author. So a tie that the reference does not
-- have is reported only where all ties are said to be listed, or where one of the kind is had at a time and the
-- reference has another. A tie that fits the event or the time of writing fits, and "former" fits from the day on
-- which the tie began.
--
-- To settle: Look up the tie for the day of the event. Print the one of that time, or say that it was an earlier one.
-- If the article is right, add the tie to the reference.
--
-- since: 0.3.0
-- severity: warning
-- subject: article
-- judges: printed_ties by tie_mention_id
-- places: tie_mentions.as_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, ties[next_id].start basis, ties[previous_id].end basis,
--   ties[rival_id].other_id basis, ties[start_id].start basis, ties[end_id].end basis, completeness.until basis,
--   ties[instead_id].other_id context
-- message: "{as_printed}" does not fit {actor} {occasion}[ dated {stated}][ {not_before:span not_after}]: the reference
--   {knowledge} that {actor} {label} {other}[; it says so from {next_day:day} on, {days_early:count day} later][; it
--   says so until {previous_day:day}, {days_late:count day} earlier][; it says that {actor} {label} {rival}][; it lists
--   all such ties from {complete}]
-- repair: tie_mentions.other_id = {rival_other_id}: the reference says that {actor} {label} {rival}
WITH compared AS (
    SELECT
        fit.*,
        complete.completeness_id,
        complete.complete,
        CASE
            WHEN printed.actor_id IS NULL OR printed.other_id IS NULL THEN 'undecided'
            WHEN fit.can_fit THEN 'consistent'
            WHEN fit.is_known AND NOT fit.is_beyond AND fit.first_day <= fit.last_day THEN 'certain'
            WHEN fit.is_known OR fit.is_wider OR fit.first_day > fit.last_day THEN 'undecided'
            WHEN complete.completeness_id IS NOT NULL THEN 'certain'
            -- "Former" says nothing of what holds now, so that another tie of today is no clash.
            WHEN printed.is_former THEN 'undecided'
            WHEN fit.sure_rival IS NOT NULL THEN 'certain'
            WHEN fit.may_rival IS NOT NULL AND NOT fit.is_beyond THEN 'possible'
            ELSE 'undecided'
        END AS verdict,
        CASE
            WHEN printed.actor_id IS NULL THEN 'the reference does not have who or what is meant'
            WHEN printed.other_id IS NULL THEN 'the reference does not have what it is said to belong to'
            WHEN fit.first_day > fit.last_day THEN 'the days of the event do not fit together'
            WHEN fit.is_beyond THEN 'the ties are known only up to a day before the event'
            WHEN fit.is_wider THEN 'the reference has only a tie to something that this is a part of'
            ELSE 'the reference has no such tie, and is not said to have all of them'
        END AS gap
    FROM tie_fits AS fit
    JOIN printed_ties AS printed ON printed.tie_mention_id = fit.tie_mention_id
    LEFT JOIN (
        SELECT
            printed.tie_mention_id,
            fit.reading,
            min(complete.completeness_id) AS completeness_id,
            min_by(complete.complete, complete.completeness_id) AS complete
        FROM printed_ties AS printed
        JOIN tie_fits AS fit ON fit.tie_mention_id = printed.tie_mention_id
        JOIN complete_ties AS complete
            ON complete.relation = printed.relation
            AND coalesce(complete.actor_id, printed.actor_id) IN (printed.actor_id, printed.other_id)
            AND complete.first_day <= fit.first_day
            AND complete.last_day >= fit.last_day
        GROUP BY printed.tie_mention_id, fit.reading
    ) AS complete ON complete.tie_mention_id = fit.tie_mention_id AND complete.reading = fit.reading
),
verdicts AS (
    SELECT
        tie_mention_id,
        min(reading) AS reading,
        min(CASE WHEN verdict = 'undecided' THEN gap END) AS gap,
        CASE
            WHEN bool_or(verdict = 'undecided') THEN 'undecided'
            WHEN bool_and(verdict = 'certain') AND NOT bool_or(is_assumed) THEN 'certain'
            ELSE 'possible'
        END AS verdict
    FROM compared
    GROUP BY tie_mention_id
    HAVING NOT bool_or(verdict = 'consistent')
)
SELECT
    clash.tie_mention_id,
    clash.verdict,
    CASE WHEN clash.verdict = 'undecided' THEN clash.gap END AS reason,
    printed.as_printed,
    actor.label AS actor,
    kind.label,
    other.label AS other,
    CASE WHEN clash.reading = 'writing' THEN 'at the time of writing' ELSE 'in an event' END AS occasion,
    CASE WHEN chosen.is_known THEN 'does not say for these days' ELSE 'does not say' END AS knowledge,
    reading.stated,
    reading.not_before,
    reading.not_after,
    reading.date_ids,
    reading.writing_ids,
    reading.published_id,
    chosen.next_id,
    chosen.next_start AS next_day,
    chosen.next_start - chosen.last_day AS days_early,
    chosen.previous_id,
    chosen.previous_end AS previous_day,
    chosen.first_day - chosen.previous_end AS days_late,
    chosen.completeness_id,
    chosen.complete,
    CASE WHEN NOT chosen.is_known THEN rival.tie_id END AS rival_id,
    CASE WHEN chosen.is_known THEN rival.tie_id END AS instead_id,
    rival.other_id AS rival_other_id,
    rival_actor.label AS rival,
    CASE WHEN known."start" IS NOT NULL THEN known.tie_id END AS start_id,
    CASE WHEN known."end" IS NOT NULL THEN known.tie_id END AS end_id
FROM verdicts AS clash
JOIN printed_ties AS printed ON printed.tie_mention_id = clash.tie_mention_id
JOIN tie_kinds AS kind ON kind.tie_kind_id = printed.relation
JOIN compared AS chosen ON chosen.tie_mention_id = clash.tie_mention_id AND chosen.reading = clash.reading
JOIN tie_readings AS reading ON reading.tie_mention_id = clash.tie_mention_id AND reading.reading = clash.reading
LEFT JOIN actors AS actor ON actor.actor_id = printed.actor_id
LEFT JOIN actors AS other ON other.actor_id = printed.other_id
-- What is known of these days instead is also worth saying where the clash does not rest on it.
LEFT JOIN tie_matches AS rival
    ON rival.tie_mention_id = clash.tie_mention_id
    AND rival.fit = 'rival'
    AND rival.tie_id = coalesce(chosen.sure_rival, CASE WHEN NOT chosen.is_known THEN chosen.may_rival END)
LEFT JOIN actors AS rival_actor ON rival_actor.actor_id = rival.other_id
LEFT JOIN ties AS known ON known.tie_id = rival.tie_id AND NOT chosen.is_known
