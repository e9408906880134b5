-- Who else held the office on some of the days of each reading of each title, where one person holds it.
-- grain: mention_id, reading
SELECT
    reading.mention_id,
    reading.reading,
    array_agg(DISTINCT term.tenure_id) AS holder_ids,
    string_agg(
        DISTINCT CASE
            WHEN holder.label = named.label THEN concat(holder.label, ' (', term_words.term, ')')
            ELSE holder.label
        END, ' and '
        ORDER BY CASE
            WHEN holder.label = named.label THEN concat(holder.label, ' (', term_words.term, ')')
            ELSE holder.label
        END
    ) AS holders
FROM title_readings AS reading
JOIN offices AS office ON office.office_id = reading.office_id AND office.holders = 'one'
JOIN office_terms AS term
    ON term.office_id = reading.office_id
    AND term.actor_id <> reading.actor_id
    AND term.start_last <= reading.last_day
    AND term.end_first >= reading.first_day
JOIN actors AS holder ON holder.actor_id = term.actor_id
JOIN actors AS named ON named.actor_id = reading.actor_id
JOIN term_words ON term_words.tenure_id = term.tenure_id
WHERE reading.first_day <= reading.last_day
GROUP BY reading.mention_id, reading.reading
