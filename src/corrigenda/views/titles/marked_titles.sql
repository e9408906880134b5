-- Every mention by an office with a word beside the title that says how the person stands to it, other than that he or
-- she holds it now: former, acting, designate, or then; title_time as the words tell it, or unknown.
SELECT m.mention_id, m.claim_id, p.article_id, m.event_id, m.actor_id, m.office_id, m.title_marker, coalesce(m.title_time, 'unknown') AS title_time
FROM mentions AS m
JOIN claims AS c ON c.claim_id = m.claim_id
JOIN passages AS p ON p.passage_id = c.passage_id
WHERE m.office_id IS NOT NULL AND m.actor_id IS NOT NULL AND m.title_marker IN ('former', 'acting', 'designate', 'then')
