-- Every mention by a known title whose use is bounded in time, where no title without such bounds is the same; with the
-- days between which it was possibly (may_) and surely in use (sure_).
-- grain: mention_id
SELECT
    title.mention_id,
    title.claim_id,
    title.article_id,
    title.event_id,
    title.actor_id,
    title.office_id,
    title.title_printed,
    title.title_time,
    min(title_use.from_id) AS from_id,
    min(title_use.to_id) AS to_id,
    min(title_use.superseded_id) AS superseded_id,
    min(title_use.may_first) AS may_first,
    max(title_use.may_last) AS may_last,
    min(title_use.sure_first) AS sure_first,
    max(title_use.sure_last) AS sure_last
FROM titles AS title
JOIN title_uses AS title_use ON title_use.mention_id = title.mention_id
GROUP BY
    title.mention_id,
    title.claim_id,
    title.article_id,
    title.event_id,
    title.actor_id,
    title.office_id,
    title.title_printed,
    title.title_time
HAVING bool_and(title_use.is_bounded)
