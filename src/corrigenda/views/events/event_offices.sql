-- The offices that each event names: those printed without a name where there are any ("became prime minister"), else
-- those next to a name ("the prime minister, who took office in May"), but not of an office that somebody had left.
-- grain: event_id, office_id
SELECT mention.event_id, scope.counts_id AS office_id, bool_and(mention.form <> 'title') AS is_beside_name
FROM mentions AS mention
JOIN office_scope AS scope ON scope.office_id = mention.office_id
WHERE mention.event_id IS NOT NULL
    AND coalesce(mention.title_marker, '') <> 'former'
    AND (
        mention.form = 'title'
        OR NOT EXISTS (
            SELECT 1 FROM mentions AS alone
            WHERE alone.event_id = mention.event_id AND alone.form = 'title' AND alone.office_id IS NOT NULL
        )
    )
GROUP BY mention.event_id, scope.counts_id
