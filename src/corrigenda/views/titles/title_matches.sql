-- Every title as it is printed for an office against every known title of that office, by their words; those of the
-- state, and for what is printed of the body, do not count. is_same: no other words; is_like: a fair shortening (no
-- word of rank lost), initials, a word for the head of anything, or a list that holds it; is_other_rank: they
-- differ by words of rank alone.
WITH pairs AS (
    SELECT p.title_printed, p.folded, k.*
    FROM (SELECT DISTINCT title_printed, office_id, folded FROM printed_titles) AS p
    JOIN known_titles AS k ON k.office_id = p.office_id
),
printed AS (
    SELECT
        p.title_printed,
        p.office_id,
        p.title,
        count(CASE WHEN w.word IS NULL AND b.word IS NULL THEN 1 END) AS extra,
        count(CASE WHEN w.word IS NULL AND b.word IS NULL AND v.tells = 'rank' THEN 1 END) AS rank_extra,
        count(CASE WHEN w.word IS NULL AND b.word IS NULL AND v.tells = 'head' THEN 1 END) AS heads
    FROM pairs AS p
    JOIN words AS v ON v.text = p.title_printed
    LEFT JOIN words AS w ON w.text = p.title AND w.word = v.word
    LEFT JOIN office_words AS b ON b.office_id = p.office_id AND b.word = v.word
    GROUP BY p.title_printed, p.office_id, p.title
),
known AS (
    SELECT
        p.title_printed,
        p.office_id,
        p.title,
        string_agg(substring(v.word, 1, 1), '' ORDER BY v.position) AS initials,
        count(CASE WHEN w.word IS NULL AND NOT coalesce(b.is_state, FALSE) THEN 1 END) AS lacking,
        count(CASE WHEN w.word IS NULL AND v.tells = 'rank' THEN 1 END) AS rank_lacking
    FROM pairs AS p
    JOIN words AS v ON v.text = p.title
    LEFT JOIN words AS w ON w.text = p.title_printed AND w.word = v.word
    LEFT JOIN office_words AS b ON b.office_id = p.office_id AND b.word = v.word
    GROUP BY p.title_printed, p.office_id, p.title
)
SELECT
    p.*,
    e.extra + c.lacking AS apart,
    e.extra = 0 AND c.lacking = 0 AS is_same,
    e.rank_extra + c.rank_lacking > 0 AND e.extra = e.rank_extra AS is_other_rank,
    (e.rank_extra + c.rank_lacking = 0 AND (e.extra = e.heads OR (c.lacking = 0 AND (p.title_printed LIKE '% and %' OR p.title_printed LIKE '%,%'))))
    OR c.initials = p.folded AS is_like
FROM pairs AS p
JOIN printed AS e ON e.title_printed = p.title_printed AND e.office_id = p.office_id AND e.title = p.title
JOIN known AS c ON c.title_printed = p.title_printed AND c.office_id = p.office_id AND c.title = p.title
