-- Every mention by a known name whose use is bounded in time.
-- grain: mention_id
SELECT
    mention.mention_id,
    mention.claim_id,
    passage.article_id,
    mention.event_id,
    mention.actor,
    mention.name_printed,
    coalesce(mention.name_time, 'unknown') AS name_time,
    bounds.from_id,
    bounds.to_id,
    bounds.superseded_id,
    bounds.may_first,
    bounds.may_last,
    bounds.sure_first,
    bounds.sure_last
FROM bounded_uses AS bounds
JOIN printed_names AS mention ON mention.mention_id = bounds.mention_id
JOIN claims AS claim ON claim.claim_id = mention.claim_id
JOIN passages AS passage ON passage.passage_id = claim.passage_id
WHERE bounds.judged = 'name'
