-- Every reported event of a kind that has a contrary one, where the reference knows what was done on that day, about
-- that thing or in that office.
-- grain: event_id
SELECT event_id, claim_id, article_id
FROM finished_events
WHERE event_id IN (SELECT event_id FROM contrary_pairs)
    OR (
        kind_id IN (SELECT kind_id FROM kind_ways WHERE way = 'contrary')
        AND event_id IN (SELECT event_id FROM known_fits)
    )
