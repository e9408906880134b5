-- The paragraph with which the text of each article opens, by its number: a headline or a dateline in a line of its own
-- (one short passage, with paragraphs after it) comes before it.
-- grain: article_id
SELECT article_id, min(paragraph) AS paragraph
FROM (
    SELECT
        article_id,
        paragraph,
        count(*) > 1
        OR coalesce(max("end") - min(start), 121) > 120
        OR paragraph = max(paragraph) OVER (PARTITION BY article_id) AS is_text
    FROM passages
    GROUP BY article_id, paragraph
) AS listed
WHERE is_text
GROUP BY article_id
