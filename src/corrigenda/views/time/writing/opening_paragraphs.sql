-- The last of the paragraphs with which the text of each article opens, by its number: a headline or a dateline in a
-- line of its own (one short passage, with paragraphs after it) may come before the first paragraph of the text.
-- grain: article_id
SELECT article_id, least(min(CASE WHEN is_text THEN paragraph END), 3) AS paragraph
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
GROUP BY article_id
