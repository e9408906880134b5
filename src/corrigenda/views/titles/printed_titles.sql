-- Every printed title that is read as an office and holds a word besides those of its state and body, with whether
-- the reference has a title of that office in the language of the article.
SELECT m.mention_id, m.claim_id, p.article_id, m.office_id, m.title_printed, f.folded, bool_or(a.language IS NULL OR split_part(k.language, '-', 1) = split_part(a.language, '-', 1)) AS is_readable
FROM mentions AS m
JOIN passages AS p ON p.passage_id = m.passage_id
JOIN articles AS a ON a.article_id = p.article_id
JOIN folded AS f ON f.text = m.title_printed
JOIN known_titles AS k ON k.office_id = m.office_id
WHERE EXISTS (
    SELECT 1 FROM words AS w
    LEFT JOIN office_words AS o ON o.office_id = m.office_id AND o.word = w.word
    WHERE w.text = m.title_printed AND o.word IS NULL
)
GROUP BY m.mention_id, m.claim_id, p.article_id, m.office_id, m.title_printed, f.folded
