-- Every claim that something is the second, third or a later one of its category (claimed), with how many came before
-- it by the reference: surely (sure), perhaps, and of which it cannot be said (unclear); and the row that says that the
-- category is complete.
-- grain: first_id
WITH counted AS (
    SELECT
        first_id,
        milestone_id,
        told,
        bool_and(came = 'unknown') AS is_unclear,
        bool_or(came = 'before' AND was_known AND NOT is_affected AND NOT is_of_anybody) AS is_sure
    FROM counterexamples
    WHERE kind = 'nth' AND steps = 0
    GROUP BY first_id, milestone_id, told
),
summed AS (
    SELECT
        first_id,
        count(CASE WHEN NOT is_unclear THEN 1 END) AS perhaps,
        count(CASE WHEN is_unclear THEN 1 END) AS unclear,
        count(CASE WHEN is_sure THEN 1 END) AS sure,
        array_agg(CASE WHEN is_sure THEN milestone_id END) AS sure_ids,
        array_agg(milestone_id) AS counted_ids,
        array_agg(CASE WHEN NOT is_sure THEN milestone_id END) AS other_ids,
        string_agg(CASE WHEN NOT is_unclear THEN told END, '; ' ORDER BY milestone_id) AS earlier
    FROM counted
    GROUP BY first_id
),
complete AS (
    SELECT said.first_id, min(stated.completeness_id) AS completeness_id, min(stated.since) AS complete_since
    FROM firsts_and_denials AS said
    JOIN completeness AS stated
        ON stated.category_id = said.category_id
        AND (stated.actor_id IS NULL OR stated.actor_id = said.actor_id)
    JOIN edtf AS until ON until.text = stated.until AND until.first_day >= said.last_day
    WHERE said.kind = 'nth'
    GROUP BY said.first_id
)
SELECT
    said.first_id,
    said.claim_id,
    said.article_id,
    said.category_id,
    said.number AS claimed,
    said.as_printed,
    actor.label AS actor,
    said.stated,
    said.first_day,
    said.date_ids,
    said.writing_ids,
    said.published_id,
    coalesce(summed.sure, 0) AS sure,
    coalesce(summed.perhaps, 0) AS perhaps,
    coalesce(summed.unclear, 0) AS unclear,
    summed.sure_ids,
    summed.other_ids,
    summed.counted_ids,
    summed.earlier,
    complete.completeness_id,
    complete.complete_since
FROM firsts_and_denials AS said
LEFT JOIN actors AS actor ON actor.actor_id = said.actor_id
LEFT JOIN summed ON summed.first_id = said.first_id
LEFT JOIN complete ON complete.first_id = said.first_id
WHERE said.kind = 'nth'
