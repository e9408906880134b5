-- Every tie that an article prints, with its two sides and the time to which the words belong: "then" fixes it to the
-- event and "current" to the writing; a mention that takes part in no event belongs to the writing.
-- grain: tie_mention_id
SELECT
    printed.tie_mention_id,
    mention.claim_id,
    passage.article_id,
    mention.event_id,
    printed.mention_id,
    mention.actor_id,
    printed.relation,
    printed.other_id,
    printed.as_printed,
    coalesce(printed.tie_marker = 'former', FALSE) AS is_former,
    CASE
        WHEN mention.event_id IS NULL OR printed.tie_marker = 'current' THEN 'writing'
        WHEN printed.tie_marker = 'then' THEN 'event'
        ELSE coalesce(printed.tie_time, 'unknown')
    END AS tie_time
FROM tie_mentions AS printed
JOIN mentions AS mention ON mention.mention_id = printed.mention_id
JOIN claims AS claim ON claim.claim_id = mention.claim_id
JOIN passages AS passage ON passage.passage_id = claim.passage_id
