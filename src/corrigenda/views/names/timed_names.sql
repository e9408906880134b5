-- Every mention by a known name whose use is bounded in time, where no name without such bounds is the same;
-- with the days on which it was possibly (may_) and surely in use (sure_), and the names that tell so. Where
-- only used_to is known it is the last day; where superseded is, the name may live on until then.
SELECT
    p.mention_id,
    p.claim_id,
    p.event_id,
    p.actor,
    p.name_printed,
    coalesce(p.name_time, 'unknown') AS name_time,
    min(CASE WHEN n.used_from IS NOT NULL THEN n.name_id END) AS from_id,
    min(CASE WHEN n.used_to IS NOT NULL AND n.superseded IS NULL THEN n.name_id END) AS to_id,
    min(CASE WHEN n.superseded IS NOT NULL THEN n.name_id END) AS superseded_id,
    min(coalesce(f.first_day, 1)) AS may_first,
    max(coalesce(s.last_day, t.last_day, 3652059)) AS may_last,
    min(coalesce(f.last_day, 1)) AS sure_first,
    max(coalesce(t.first_day, s.first_day - 1, 3652059)) AS sure_last
FROM printed_names AS p
JOIN name_matches AS m ON m.mention_id = p.mention_id AND m.against = 'name' AND m.is_same
JOIN names AS n ON n.name_id = m.name_id
LEFT JOIN edtf AS f ON f.text = n.used_from
LEFT JOIN edtf AS t ON t.text = n.used_to
LEFT JOIN edtf AS s ON s.text = n.superseded
GROUP BY p.mention_id, p.claim_id, p.event_id, p.actor, p.name_printed, p.name_time
HAVING bool_and(n.used_from IS NOT NULL OR n.used_to IS NOT NULL OR n.superseded IS NOT NULL)
