-- The offices that each event names: those printed without a name where there are any ("became prime minister"), else those
-- beside a name ("the prime minister, who took office in May"), but not of an office that somebody had left.
SELECT m.event_id, s.counts_id AS office_id, bool_and(m.form <> 'title') AS is_beside_name
FROM mentions AS m
JOIN office_scope AS s ON s.office_id = m.office_id
WHERE m.event_id IS NOT NULL
    AND coalesce(m.title_marker, '') <> 'former'
    AND (
        m.form = 'title'
        OR NOT EXISTS (SELECT 1 FROM mentions AS o WHERE o.event_id = m.event_id AND o.form = 'title' AND o.office_id IS NOT NULL)
    )
GROUP BY m.event_id, s.counts_id
-- grain: event_id, office_id
