-- Every title as it is printed for an office against every known title of that office, by their words; those of the
-- state, and for what is printed of the body, do not count. is_same: no other words; is_without_body: none but those of
-- the body are lacking; is_like: a fair shortening (no word of rank lost), initials, a word for the head of anything,
-- or a list that holds it; is_other_rank: they differ by words of rank alone. Of an office with very many titles only
-- the likely ones are here.
-- grain: title_printed, office_id, title
WITH distinct_titles AS (
    SELECT DISTINCT title_printed, office_id, folded FROM printed_titles
),
few_titles AS (
    SELECT printed_title.*
    FROM distinct_titles AS printed_title
    LEFT JOIN crowds AS crowd ON crowd.sort = 'title' AND crowd.owner_id = printed_title.office_id
    WHERE crowd.owner_id IS NULL
),
pairs AS (
    SELECT printed_title.title_printed, printed_title.folded, known_title.*
    FROM few_titles AS printed_title
    JOIN known_titles AS known_title ON known_title.office_id = printed_title.office_id
    UNION ALL
    SELECT printed_title.title_printed, printed_title.folded, known_title.*
    FROM distinct_titles AS printed_title
    JOIN likely_pairs AS likely
        ON likely.sort = 'title'
        AND likely.owner_id = printed_title.office_id
        AND likely.printed = printed_title.title_printed
    JOIN known_titles AS known_title
        ON known_title.office_id = printed_title.office_id AND known_title.title = likely.known
),
printed AS (
    SELECT
        pair.title_printed,
        pair.office_id,
        pair.title,
        count(CASE WHEN known_word.word IS NULL AND office_word.word IS NULL THEN 1 END) AS extra,
        count(
            CASE WHEN known_word.word IS NULL AND office_word.word IS NULL AND printed_word.tells = 'rank' THEN 1 END
        ) AS rank_extra,
        count(
            CASE WHEN known_word.word IS NULL AND office_word.word IS NULL AND printed_word.tells = 'head' THEN 1 END
        ) AS heads
    FROM pairs AS pair
    JOIN words AS printed_word ON printed_word.text = pair.title_printed
    LEFT JOIN words AS known_word
        ON known_word.text = pair.title
        -- "Senators", and "Secretaries" for a secretary.
        AND printed_word.word IN (
            known_word.word,
            concat(known_word.word, 's'),
            concat(substring(known_word.word, 1, length(known_word.word) - 1), 'ies')
        )
    LEFT JOIN office_words AS office_word
        ON office_word.office_id = pair.office_id AND office_word.word = printed_word.word
    GROUP BY pair.title_printed, pair.office_id, pair.title
),
known AS (
    SELECT
        pair.title_printed,
        pair.office_id,
        pair.title,
        string_agg(substring(known_word.word, 1, 1), '' ORDER BY known_word.position) AS initials,
        count(CASE WHEN printed_word.word IS NULL AND NOT coalesce(office_word.is_state, FALSE) THEN 1 END) AS lacking,
        count(CASE WHEN printed_word.word IS NULL AND office_word.word IS NULL THEN 1 END) AS own_lacking,
        count(CASE WHEN printed_word.word IS NULL AND known_word.tells = 'rank' THEN 1 END) AS rank_lacking
    FROM pairs AS pair
    JOIN words AS known_word ON known_word.text = pair.title
    LEFT JOIN words AS printed_word
        ON printed_word.text = pair.title_printed
        AND printed_word.word IN (
            known_word.word,
            concat(known_word.word, 's'),
            concat(substring(known_word.word, 1, length(known_word.word) - 1), 'ies')
        )
    LEFT JOIN office_words AS office_word
        ON office_word.office_id = pair.office_id AND office_word.word = known_word.word
    GROUP BY pair.title_printed, pair.office_id, pair.title
)
SELECT
    pair.*,
    printed.extra + known.lacking AS apart,
    printed.extra = 0 AND known.lacking = 0 AS is_same,
    printed.extra = 0 AND known.own_lacking = 0 AS is_without_body,
    printed.rank_extra + known.rank_lacking > 0 AND printed.extra = printed.rank_extra AS is_other_rank,
    (
        printed.rank_extra + known.rank_lacking = 0
        AND (
            printed.extra = printed.heads
            OR (known.lacking = 0 AND (pair.title_printed LIKE '% and %' OR pair.title_printed LIKE '%,%'))
        )
    )
    OR known.initials = pair.folded AS is_like
FROM pairs AS pair
JOIN printed AS printed
    ON printed.title_printed = pair.title_printed AND printed.office_id = pair.office_id AND printed.title = pair.title
JOIN known AS known
    ON known.title_printed = pair.title_printed AND known.office_id = pair.office_id AND known.title = pair.title
