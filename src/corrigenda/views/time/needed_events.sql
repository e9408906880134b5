-- Every event by whose day something else that is printed is checked, with what that is: a title whose holder's terms
-- are known and a name whose use is bounded, where they may belong to the event, and gaps counted from it.
SELECT
    d.event_id,
    d.claim_id,
    d.article_id,
    d.stated IS NULL AND d.first_day IS NULL AND d.last_day IS NULL AS is_undated,
    m.mention_ids,
    g.gap_ids,
    concat_ws('; ', m.told, g.told) AS leaning
FROM event_days AS d
LEFT JOIN (
    SELECT event_id, array_agg(DISTINCT mention_id) AS mention_ids, string_agg(DISTINCT told, '; ' ORDER BY told) AS told
    FROM (
        SELECT t.event_id, t.mention_id, concat(a.label, ' as ', o.label) AS told
        FROM titles AS t
        JOIN actors AS a ON a.actor_id = t.actor_id
        JOIN offices AS o ON o.office_id = t.office_id
        WHERE t.title_time IN ('event', 'unknown')
            AND EXISTS (SELECT 1 FROM office_terms AS n WHERE n.actor_id = t.actor_id AND n.office_id = t.office_id)
        UNION ALL
        SELECT n.event_id, n.mention_id, concat('the name "', n.name_printed, '"') AS told
        FROM bounded_names AS n
        WHERE n.name_time IN ('event', 'unknown')
    ) AS timed
    GROUP BY event_id
) AS m ON m.event_id = d.event_id
LEFT JOIN (
    SELECT anchor, array_agg(date_id) AS gap_ids, string_agg(concat('the gap "', as_printed, '"'), '; ' ORDER BY date_id) AS told
    FROM dates
    WHERE kind = 'gap'
    GROUP BY anchor
) AS g ON g.anchor = d.event_id
WHERE m.event_id IS NOT NULL OR g.anchor IS NOT NULL
