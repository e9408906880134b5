-- Every date of an article that may have been filled in by software: of an event, of its publication, or the time that
-- an amount is for. is_shown where the printed words have its year.
SELECT
    concat(d.place, ' ', d.row_id) AS day_id,
    d.claim_id,
    d.article_id,
    d.place,
    d.row_id,
    d.as_printed,
    d.text,
    p.filled,
    p.filler,
    p.is_never,
    coalesce(d.as_printed LIKE concat('%', substring(p.filled, 1, 4), '%'), FALSE) AS is_shown
FROM (
    SELECT 'dates.edtf' AS place, d.date_id AS row_id, ev.claim_id, ev.article_id, d.as_printed, d.edtf AS text
    FROM dates AS d
    JOIN events AS ev ON ev.event_id = d.event_id
    UNION ALL
    SELECT 'articles.published' AS place, article_id AS row_id, NULL AS claim_id, article_id, NULL AS as_printed, published AS text
    FROM articles
    UNION ALL
    SELECT 'sums.period' AS place, s.sum_id AS row_id, s.claim_id, q.article_id, NULL AS as_printed, s.period AS text
    FROM sums AS s
    JOIN passages AS q ON q.passage_id = s.passage_id
) AS d
JOIN placeholder_texts AS p ON p.text = d.text
