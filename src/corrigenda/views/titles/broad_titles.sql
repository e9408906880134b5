-- Every printed title by a broader office of somebody who held a narrower one within it, once for each narrower office,
-- unless the article names that one for the person elsewhere; what somebody was before or is to be is not judged.
SELECT t.mention_id, t.claim_id, t.article_id, t.actor_id, t.title_printed, t.office_id AS broad_id, s.counts_id AS narrow_id, array_agg(h.tenure_id) AS term_ids
FROM titles AS t
JOIN mentions AS m ON m.mention_id = t.mention_id AND coalesce(m.title_marker, '') NOT IN ('former', 'designate')
JOIN office_scope AS s ON s.office_id = t.office_id AND s.counts_id <> t.office_id
JOIN tenures AS h ON h.actor_id = t.actor_id AND h.office_id = s.counts_id
WHERE t.title_printed IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM titles AS o
    WHERE o.article_id = t.article_id AND o.actor_id = t.actor_id AND o.office_id = s.counts_id
)
GROUP BY t.mention_id, t.claim_id, t.article_id, t.actor_id, t.title_printed, t.office_id, s.counts_id
