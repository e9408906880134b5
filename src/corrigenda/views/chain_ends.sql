-- The end of every chain of sources: attributions through which nothing else reaches the article, with the
-- chain told from the article to its end (four links at most are told).
SELECT
    e.attribution_id,
    e.claim_id,
    e.naming,
    nullif(
        concat_ws(
            ' ← ',
            coalesce(ca.label, c.described, c.verb),
            coalesce(ba.label, b.described, b.verb),
            coalesce(aa.label, a.described, a.verb),
            coalesce(ea.label, e.described, e.verb)
        ),
        ''
    ) AS told
FROM attributions AS e
LEFT JOIN attributions AS a ON a.attribution_id = e.via
LEFT JOIN attributions AS b ON b.attribution_id = a.via
LEFT JOIN attributions AS c ON c.attribution_id = b.via
LEFT JOIN actors AS ea ON ea.actor_id = e.actor_id
LEFT JOIN actors AS aa ON aa.actor_id = a.actor_id
LEFT JOIN actors AS ba ON ba.actor_id = b.actor_id
LEFT JOIN actors AS ca ON ca.actor_id = c.actor_id
WHERE NOT EXISTS (SELECT 1 FROM attributions AS n WHERE n.via = e.attribution_id)
