-- Every printed title against every known title of its office (is_own) and of the other offices of the same state,
-- by their words; those of the state, and for what is printed of the body, do not count. is_same: no other words;
-- is_like: a fair shortening (no word of rank lost), initials, a word for the head of anything, or a list that
-- holds it; is_other_rank: they differ by words of rank alone.
SELECT
    *,
    extra = 0 AND lacking = 0 AS is_same,
    rank_extra + rank_lacking > 0 AND extra = rank_extra AS is_other_rank,
    rank_extra + rank_lacking = 0 AND (extra = heads OR (lacking = 0 AND is_list)) OR initials = folded AS is_like
FROM (
    SELECT
        p.mention_id,
        p.folded,
        p.title_printed LIKE '% and %' OR p.title_printed LIKE '%,%' OR p.title_printed LIKE '%/%' AS is_list,
        k.office_id AS known_office_id,
        k.office_id = p.office_id AS is_own,
        k.title,
        k.name_id,
        k.label_id,
        k.is_confirmed,
        c.initials,
        e.extra,
        e.rank_extra,
        e.heads,
        c.lacking,
        c.rank_lacking
    FROM printed_titles AS p
    JOIN offices AS o ON o.office_id = p.office_id
    JOIN offices AS x ON x.office_id = o.office_id OR x.state = o.state
    JOIN known_titles AS k ON k.office_id = x.office_id
    JOIN (
        SELECT
            p.mention_id,
            k.office_id,
            k.title,
            count(CASE WHEN w.word IS NULL AND b.word IS NULL THEN 1 END) AS extra,
            count(CASE WHEN w.word IS NULL AND b.word IS NULL AND t.tells = 'rank' THEN 1 END) AS rank_extra,
            count(CASE WHEN w.word IS NULL AND b.word IS NULL AND t.tells = 'head' THEN 1 END) AS heads
        FROM printed_titles AS p
        JOIN words AS v ON v.text = p.title_printed
        CROSS JOIN known_titles AS k
        LEFT JOIN words AS w ON w.text = k.title AND w.word = v.word
        LEFT JOIN office_words AS b ON b.office_id = k.office_id AND b.word = v.word
        LEFT JOIN telling_words AS t ON t.word = v.word
        GROUP BY p.mention_id, k.office_id, k.title
    ) AS e ON e.mention_id = p.mention_id AND e.office_id = k.office_id AND e.title = k.title
    JOIN (
        SELECT
            p.mention_id,
            k.office_id,
            k.title,
            string_agg(substring(v.word, 1, 1), '' ORDER BY v.position) AS initials,
            count(CASE WHEN w.word IS NULL AND NOT coalesce(b.is_state, FALSE) THEN 1 END) AS lacking,
            count(CASE WHEN w.word IS NULL AND t.tells = 'rank' THEN 1 END) AS rank_lacking
        FROM printed_titles AS p
        CROSS JOIN known_titles AS k
        JOIN words AS v ON v.text = k.title
        LEFT JOIN words AS w ON w.text = p.title_printed AND w.word = v.word
        LEFT JOIN office_words AS b ON b.office_id = k.office_id AND b.word = v.word
        LEFT JOIN telling_words AS t ON t.word = v.word
        GROUP BY p.mention_id, k.office_id, k.title
    ) AS c ON c.mention_id = p.mention_id AND c.office_id = k.office_id AND c.title = k.title
) AS counted
