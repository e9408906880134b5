-- Who held the office on all days of a reading of a title, and bears the name that is printed: the one who may be
-- meant.
-- grain: mention_id, reading
SELECT reading.mention_id, reading.reading, min(term.actor_id) AS actor_id
FROM title_readings AS reading
JOIN printed_names AS mention ON mention.mention_id = reading.mention_id
JOIN folded AS printed ON printed.text = mention.name_printed
JOIN office_terms AS term
    ON term.office_id = reading.office_id
    AND term.actor_id <> reading.actor_id
    AND term.start_last <= reading.first_day
    AND term.end_first >= reading.last_day
JOIN known_names AS name ON name.actor_id = term.actor_id AND name.solid = printed.solid
GROUP BY reading.mention_id, reading.reading
