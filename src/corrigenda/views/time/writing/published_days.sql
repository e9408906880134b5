-- First and last day on which each article was written, as far as it says so: by its own cell (written), or by its
-- dateline, or else on the day of publication; NULL where it has none. A dateline more than a month before the
-- publication, or after it, leaves all days between the two. counted_from is what it is read from, dateline_ids where.
-- grain: article_id
SELECT
    article.article_id,
    CASE
        WHEN dateline.last_day + 31 < published.first_day OR dateline.first_day > published.last_day + 1
            THEN least(dateline.first_day, published.first_day)
        ELSE coalesce(dateline.first_day, published.first_day)
    END AS first_day,
    CASE
        WHEN dateline.last_day + 31 < published.first_day OR dateline.first_day > published.last_day + 1
            THEN greatest(dateline.last_day, published.last_day)
        ELSE coalesce(dateline.last_day, published.last_day)
    END AS last_day,
    coalesce(dateline.stated, article.written, article.published) AS counted_from,
    dateline.date_ids AS dateline_ids
FROM articles AS article
LEFT JOIN edtf AS published ON published.text = coalesce(article.written, article.published)
LEFT JOIN (
    SELECT
        writing.article_id,
        max(parsed.first_day) AS first_day,
        min(parsed.last_day) AS last_day,
        array_agg(date.date_id) AS date_ids,
        string_agg(date.edtf, ' and ' ORDER BY date.date_id) AS stated
    FROM events AS writing
    JOIN dates AS date ON date.event_id = writing.event_id AND date.kind = 'date'
    JOIN edtf AS parsed ON parsed.text = date.edtf
    WHERE writing.kind_id = 'writing'
    GROUP BY writing.article_id
    HAVING max(parsed.first_day) <= min(parsed.last_day)
) AS dateline ON dateline.article_id = article.article_id AND article.written IS NULL
