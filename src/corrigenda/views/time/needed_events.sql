-- Every event by whose day something else that is printed is checked, with what that is: a title whose holder's terms
-- are known and a name whose use is bounded, where they may belong to the event, and gaps counted from it.
-- grain: event_id
SELECT
    days.event_id,
    days.claim_id,
    days.article_id,
    days.stated IS NULL AND days.first_day IS NULL AND days.last_day IS NULL AS is_undated,
    uses.mention_ids,
    gap.gap_ids,
    concat_ws('; ', uses.told, gap.told) AS leaning
FROM event_days AS days
LEFT JOIN (
    SELECT
        event_id,
        array_agg(DISTINCT mention_id) AS mention_ids,
        string_agg(DISTINCT told, '; ' ORDER BY told) AS told
    FROM (
        SELECT title.event_id, title.mention_id, concat(actor.label, ' as ', office.label) AS told
        FROM titles AS title
        JOIN actors AS actor ON actor.actor_id = title.actor_id
        JOIN offices AS office ON office.office_id = title.office_id
        WHERE title.title_time IN ('event', 'unknown')
            AND EXISTS (
                SELECT 1 FROM office_terms AS term
                WHERE term.actor_id = title.actor_id AND term.office_id = title.office_id
            )
        UNION ALL
        SELECT name.event_id, name.mention_id, concat('the name "', name.name_printed, '"') AS told
        FROM bounded_names AS name
        WHERE name.name_time IN ('event', 'unknown')
    ) AS timed
    GROUP BY event_id
) AS uses ON uses.event_id = days.event_id
LEFT JOIN (
    SELECT
        anchor,
        array_agg(date_id) AS gap_ids,
        string_agg(concat('the gap "', as_printed, '"'), '; ' ORDER BY date_id) AS told
    FROM dates
    WHERE kind = 'gap'
    GROUP BY anchor
) AS gap ON gap.anchor = days.event_id
WHERE uses.event_id IS NOT NULL OR gap.anchor IS NOT NULL
