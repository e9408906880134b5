-- A person is called by an office in an event outside every term in which that person held it.
--
-- Why it happens: A year was mistyped, a later title was used for an earlier event, a predecessor's act was
-- assigned to the successor, or a title was kept after the term had ended.
--
-- What is judged: A handover day counts for both holders. A title that fits the event fits, whatever the holder
-- was when the article was written. A title that fits only the time of writing is possible. The terms that the
-- reference lists for a person in an office are taken to be all of them. If it lists none, its list of holders
-- must be complete.
--
-- To settle: Look up the day of the event, and the first and last day of the term. If the event is right, print
-- the title that the person had then, or the person who held the office. If the title is right, correct the date.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: titles by mention_id
-- places: mentions.title_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, tenures[next_id].start basis, tenures[previous_id].end basis,
--   tenures[unsure_ids].start basis, tenures[unsure_ids].end basis,
--   completeness.until basis, tenures[holder_ids].actor_id context
-- message: {actor} does not fit as {office} {occasion}[ dated {stated}][ {not_before:span not_after}][; the known
--   term starts on {next_day:day}, {days_early:count day} later][; the known term ended on {previous_day:day},
--   {days_late:count day} earlier][; some of these days are outside the known terms ({unsure})][; the known holders,
--   complete for {complete}, do not include this person][; {own_gap}][; {holders}
--   held the office then][; {else_reading}][; {recency}]
-- repair: mentions.actor_id = {namesake_id}: the one of that name who held the office then is meant
-- repair: dates[swap_id].edtf = {swapped}: with day and month swapped, the date fits the title
-- repair: tenures[own_gap_id].end = {next_day:day}: the two terms follow on each other
-- repair: dates[date_ids].edtf = {next_day:day}/..: the title fits an event from {next_day:day} on
-- repair: dates[date_ids].edtf = ../{previous_day:day}: the title fits an event up to {previous_day:day}
-- repair: mentions.actor_id: the event fits {holders}, who held the office then
-- yields: to certain errors about the same date
SELECT
    clash.judged_id AS mention_id,
    clash.verdict,
    clash.reason,
    clash.completeness_id,
    CASE WHEN complete.completeness_id IS NOT NULL THEN concat(complete.since, ' to ', complete.until) END AS complete,
    actor.label AS actor,
    office.label AS office,
    CASE WHEN clash.reading = 'writing' THEN 'at the time of writing' ELSE 'in an event' END AS occasion,
    clash.else_reading,
    clash.recency,
    fit.stated,
    fit.since_day AS not_before,
    fit.not_after,
    fit.date_ids,
    fit.writing_ids,
    fit.published_id,
    outside.next_start AS next_day,
    outside.previous_end AS previous_day,
    outside.next_start - outside.last_day AS days_early,
    outside.first_day - outside.previous_end AS days_late,
    outside.next_id,
    outside.previous_id,
    touching.unsure_ids,
    touching.unsure,
    holding.holder_ids,
    holding.holders,
    namesake.actor_id AS namesake_id,
    swap.swap_id,
    swap.swapped,
    CASE WHEN between_own.judged_id IS NOT NULL THEN outside.previous_id END AS own_gap_id,
    CASE
        WHEN between_own.judged_id IS NOT NULL THEN 'these days are between two terms of the same person'
    END AS own_gap
FROM period_verdicts AS clash
JOIN titles AS title ON title.mention_id = clash.judged_id
JOIN actors AS actor ON actor.actor_id = title.actor_id
JOIN offices AS office ON office.office_id = title.office_id
JOIN period_fits AS fit
    ON fit.judged = clash.judged AND fit.judged_id = clash.judged_id AND fit.reading = clash.reading
LEFT JOIN period_fits AS outside
    ON outside.judged = fit.judged
    AND outside.judged_id = fit.judged_id
    AND outside.reading = fit.reading
    AND NOT outside.can_fit
LEFT JOIN completeness AS complete ON complete.completeness_id = clash.completeness_id
LEFT JOIN overlapping_terms AS touching
    ON touching.mention_id = clash.judged_id AND touching.reading = clash.reading
LEFT JOIN title_holders AS holding ON holding.mention_id = clash.judged_id AND holding.reading = clash.reading
-- Where a session ends some days before the next one begins, the reference may have the wrong end.
LEFT JOIN period_fits AS between_own
    ON between_own.judged = fit.judged
    AND between_own.judged_id = fit.judged_id
    AND between_own.reading = fit.reading
    AND NOT between_own.can_fit
    AND between_own.next_start - between_own.previous_end <= 60
LEFT JOIN namesake_holders AS namesake
    ON namesake.mention_id = clash.judged_id AND namesake.reading = clash.reading
LEFT JOIN (
    SELECT title.mention_id, min(date.swap_id) AS swap_id, min(date.swapped) AS swapped
    FROM titles AS title
    JOIN swapped_dates AS date ON date.event_id = title.event_id
    JOIN office_terms AS term
        ON term.actor_id = title.actor_id
        AND term.office_id = title.office_id
        AND date.swapped_day BETWEEN term.start_last AND term.end_first
    GROUP BY title.mention_id
) AS swap ON swap.mention_id = clash.judged_id AND clash.reading = 'event'
WHERE clash.judged = 'term'
