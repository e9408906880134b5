-- Every date of an article that may have been filled in by software: of an event, of its publication, or the time that
-- an amount is for. is_shown where the printed words have its year.
-- grain: day_id
SELECT
    concat(day.place, ' ', day.row_id) AS day_id,
    day.claim_id,
    day.article_id,
    day.place,
    day.row_id,
    day.as_printed,
    day.text,
    filled_day.filled,
    filled_day.filler,
    filled_day.is_never,
    coalesce(day.as_printed LIKE concat('%', substring(filled_day.filled, 1, 4), '%'), FALSE) AS is_shown
FROM (
    SELECT
        'dates.edtf' AS place,
        date.date_id AS row_id,
        event.claim_id,
        event.article_id,
        date.as_printed,
        date.edtf AS text
    FROM dates AS date
    JOIN events AS event ON event.event_id = date.event_id
    UNION ALL
    SELECT
        'articles.published' AS place,
        article_id AS row_id,
        NULL AS claim_id,
        article_id,
        NULL AS as_printed,
        published AS text
    FROM articles
    UNION ALL
    SELECT
        'sums.period' AS place,
        sum.sum_id AS row_id,
        sum.claim_id,
        passage.article_id,
        NULL AS as_printed,
        sum.period AS text
    FROM sums AS sum
    JOIN passages AS passage ON passage.passage_id = sum.passage_id
) AS day
JOIN placeholder_texts AS filled_day ON filled_day.text = day.text
