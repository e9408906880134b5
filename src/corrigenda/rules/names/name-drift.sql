-- One article prints names for one actor that do not go together.
--
-- Why it happens: Two sources spell a name in two ways, a draft was corrected in one place only, or the old name
-- is used next to the new one.
--
-- What is judged: The rule compares spellings of one surname or first name (for a thing: of its name) that differ
-- by a letter or two, and a name with the one that replaced it. These go together: a short form after the full
-- name, initials, the surname first, a nickname, and a synonym ("United States" and "America"). Names that belong
-- to two different times also go together if the words show the time; if they do not, the clash is possible. A
-- form that matches no known name, or a name outside the time of its use, is left to the rules for those. The
-- finding points at the rarer name, or at the later one.
--
-- To settle: Choose one form and use it throughout, or say that the other one is the former name.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: varied_names by varied_id
-- places: mentions[odd_id].name_printed basis, mentions[usual_id].name_printed basis, names[odd_name_id].name context,
--   names[usual_name_id].name context
-- message: the article prints "{odd}" ({odd_times}×) and "{usual}" ({usual_times}×) for {actor}; {why}
-- repair: mentions[odd_id].name_printed = {usual}: the form that stands elsewhere in the article
WITH known AS (
    SELECT
        m.mention_id,
        min_by(m.name_id, concat(CASE WHEN m.is_same THEN '0' ELSE '1' END, m.name_id)) AS name_id,
        bool_or(m.is_same) AND bool_and(NOT m.is_same OR n.used_to IS NOT NULL OR n.superseded IS NOT NULL) AS is_former
    FROM name_matches AS m
    JOIN names AS n ON n.name_id = m.name_id
    WHERE m.against = 'name' AND m.is_like
    GROUP BY m.mention_id
),
pairs AS (
    SELECT
        o.article_id,
        o.actor_id,
        o.mention_id AS odd_id,
        u.mention_id AS usual_id,
        o.name_printed AS odd,
        u.name_printed AS usual,
        o.times AS odd_times,
        u.times AS usual_times,
        o.turn,
        k.name_id AS odd_name_id,
        l.name_id AS usual_name_id,
        o.name_time = 'unknown' OR u.name_time = 'unknown' AS is_timeless,
        k.is_former <> l.is_former
            AND (o.name_time = u.name_time OR o.name_time = 'unknown' OR u.name_time = 'unknown') AS is_renamed,
        CASE
            WHEN k.name_id IS NOT NULL AND l.name_id IS NOT NULL THEN m.is_person
            ELSE n.actor_id IS NULL
        END AS is_comparable,
        CASE
            WHEN NOT m.is_person THEN m.distance
            WHEN split_part(m.printed, ' ', -1) <> split_part(m.known, ' ', -1)
                THEN levenshtein(split_part(m.printed, ' ', -1), split_part(m.known, ' ', -1))
            WHEN split_part(m.printed, ' ', 1) LIKE concat(split_part(m.known, ' ', 1), '%') THEN 99
            WHEN split_part(m.known, ' ', 1) LIKE concat(split_part(m.printed, ' ', 1), '%') THEN 99
            ELSE levenshtein(split_part(m.printed, ' ', 1), split_part(m.known, ' ', 1))
        END AS letters,
        least(length(m.printed), length(m.known)) AS shorter
    FROM first_mentions AS o
    JOIN name_matches AS m ON m.mention_id = o.mention_id AND m.against = 'article' AND NOT m.is_like
    JOIN first_mentions AS u
        ON u.mention_id = m.other_id AND (u.times > o.times OR (u.times = o.times AND u.turn < o.turn))
    LEFT JOIN known AS k ON k.mention_id = o.mention_id
    LEFT JOIN known AS l ON l.mention_id = u.mention_id
    LEFT JOIN (SELECT DISTINCT actor_id FROM names) AS n ON n.actor_id = o.actor_id
    WHERE NOT EXISTS (
        SELECT 1 FROM name_clashes AS c
        JOIN printed_names AS p ON p.mention_id = c.mention_id
        WHERE p.article_id = o.article_id AND p.actor_id = o.actor_id AND c.verdict <> 'undecided'
    )
),
drifts AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY article_id, actor_id ORDER BY is_renamed DESC, letters, turn, usual_id) AS place
    FROM (SELECT *, coalesce(letters <= 2 AND shorter >= 5 AND is_comparable, FALSE) AS is_misspelt FROM pairs) AS spelt
    WHERE is_renamed OR is_misspelt
)
SELECT
    v.varied_id,
    CASE WHEN d.is_misspelt OR NOT d.is_timeless THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    v.actor,
    d.odd_id,
    d.usual_id,
    d.odd,
    d.usual,
    d.odd_times,
    d.usual_times,
    d.odd_name_id,
    d.usual_name_id,
    CASE
        WHEN NOT d.is_misspelt THEN 'one took the place of the other'
        ELSE concat('they lie ', CAST(d.letters AS VARCHAR), CASE WHEN d.letters = 1 THEN ' letter apart' ELSE ' letters apart' END)
    END AS why
FROM drifts AS d
JOIN varied_names AS v ON v.article_id = d.article_id AND v.actor_id = d.actor_id
WHERE d.place = 1
