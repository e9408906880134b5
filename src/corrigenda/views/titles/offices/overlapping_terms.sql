-- The terms of the person that can hold on some of the days of each reading of each title.
-- grain: mention_id, reading
SELECT
    reading.mention_id,
    reading.reading,
    array_agg(term.tenure_id) AS unsure_ids,
    string_agg(words.term, ', ' ORDER BY term.tenure_id) AS unsure
FROM title_readings AS reading
JOIN office_terms AS term
    ON term.actor_id = reading.actor_id
    AND term.office_id = reading.office_id
    AND term.start_first <= reading.last_day
    AND term.end_last >= reading.first_day
JOIN term_words AS words ON words.tenure_id = term.tenure_id
WHERE reading.first_day <= reading.last_day
GROUP BY reading.mention_id, reading.reading
