-- Every printed title that is read as an office and holds a word besides those of its state and body, with whether
-- the reference has a title of that office in the language of the article.
-- grain: mention_id
SELECT
    mention.mention_id,
    mention.claim_id,
    passage.article_id,
    mention.office_id,
    mention.title_printed,
    printed.folded,
    bool_or(article.language IS NULL OR known.language = split_part(article.language, '-', 1)) AS is_readable
FROM mentions AS mention
JOIN passages AS passage ON passage.passage_id = mention.passage_id
JOIN articles AS article ON article.article_id = passage.article_id
JOIN folded AS printed ON printed.text = mention.title_printed
-- An office with 1,500 titles has them in a few languages.
JOIN (
    SELECT DISTINCT office_id, split_part(language, '-', 1) AS language FROM known_titles
) AS known ON known.office_id = mention.office_id
WHERE EXISTS (
    SELECT 1 FROM words AS word
    LEFT JOIN office_words AS office_word ON office_word.office_id = mention.office_id AND office_word.word = word.word
    WHERE word.text = mention.title_printed AND office_word.word IS NULL
)
GROUP BY
    mention.mention_id,
    mention.claim_id,
    passage.article_id,
    mention.office_id,
    mention.title_printed,
    printed.folded
