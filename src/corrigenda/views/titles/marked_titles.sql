-- Every mention by an office with a word next to the title that says how the person relates to it, other than that he
-- or she holds it now: former, acting, designate, or then; title_time as the words tell it, or unknown.
-- grain: mention_id
SELECT
    mention.mention_id,
    mention.claim_id,
    passage.article_id,
    mention.event_id,
    mention.actor_id,
    mention.office_id,
    mention.title_marker,
    coalesce(mention.title_time, 'unknown') AS title_time
FROM mentions AS mention
JOIN claims AS claim ON claim.claim_id = mention.claim_id
JOIN passages AS passage ON passage.passage_id = claim.passage_id
WHERE mention.office_id IS NOT NULL
    AND mention.actor_id IS NOT NULL
    AND mention.title_marker IN ('former', 'acting', 'designate', 'then')
