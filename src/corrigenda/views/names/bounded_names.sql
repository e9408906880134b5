-- Every mention by a known name whose use is bounded in time, where no name without such bounds is the same; with the
-- days between which it was possibly (may_) and surely in use (sure_), and the names that show it.
-- grain: mention_id
SELECT
    mention.mention_id,
    mention.claim_id,
    passage.article_id,
    mention.event_id,
    mention.actor,
    mention.name_printed,
    coalesce(mention.name_time, 'unknown') AS name_time,
    min(name_use.from_id) AS from_id,
    min(name_use.to_id) AS to_id,
    min(name_use.superseded_id) AS superseded_id,
    min(name_use.may_first) AS may_first,
    max(name_use.may_last) AS may_last,
    min(name_use.sure_first) AS sure_first,
    max(name_use.sure_last) AS sure_last
FROM printed_names AS mention
JOIN claims AS claim ON claim.claim_id = mention.claim_id
JOIN passages AS passage ON passage.passage_id = claim.passage_id
JOIN name_uses AS name_use ON name_use.mention_id = mention.mention_id
GROUP BY
    mention.mention_id,
    mention.claim_id,
    passage.article_id,
    mention.event_id,
    mention.actor,
    mention.name_printed,
    mention.name_time
HAVING bool_and(name_use.is_bounded)
