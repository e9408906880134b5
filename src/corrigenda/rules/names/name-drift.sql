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
-- repair: mentions[odd_id].name_printed = {usual}: the form that is printed elsewhere in the article
WITH known AS (
    SELECT
        name_match.mention_id,
        min_by(name_match.name_id, {'other': NOT name_match.is_same, 'name': name_match.name_id}) AS name_id,
        bool_or(name_match.is_same)
        AND bool_and(NOT name_match.is_same OR name.used_to IS NOT NULL OR name.superseded IS NOT NULL) AS is_former
    FROM name_matches AS name_match
    JOIN names AS name ON name.name_id = name_match.name_id
    WHERE name_match.against = 'name' AND name_match.is_like
    GROUP BY name_match.mention_id
),
told_elsewhere AS (
    -- A name outside the time of its use is a finding of its own.
    SELECT DISTINCT mention.article_id, mention.actor_id
    FROM use_clashes AS clash
    JOIN printed_names AS mention ON mention.mention_id = clash.mention_id
    WHERE clash.judged = 'name' AND clash.verdict <> 'undecided'
),
pairs AS (
    SELECT
        odd.article_id,
        odd.actor_id,
        odd.mention_id AS odd_id,
        usual.mention_id AS usual_id,
        odd.name_printed AS odd,
        usual.name_printed AS usual,
        odd.times AS odd_times,
        usual.times AS usual_times,
        odd.turn,
        known_odd.name_id AS odd_name_id,
        known_usual.name_id AS usual_name_id,
        odd.name_time = 'unknown' OR usual.name_time = 'unknown' AS is_timeless,
        odd.name_time = usual.name_time OR odd.name_time = 'unknown' OR usual.name_time = 'unknown' AS may_meet,
        known_odd.is_former <> known_usual.is_former AS is_renamed,
        name_match.is_person,
        known_odd.name_id IS NOT NULL AND known_usual.name_id IS NOT NULL AS is_known,
        own.actor_id IS NOT NULL AS has_names,
        name_match.distance,
        least(length(name_match.printed), length(name_match.known)) AS shorter,
        split_part(name_match.printed, ' ', 1) AS odd_first,
        split_part(name_match.known, ' ', 1) AS usual_first,
        split_part(name_match.printed, ' ', -1) AS odd_last,
        split_part(name_match.known, ' ', -1) AS usual_last
    FROM first_mentions AS odd
    JOIN name_matches AS name_match
        ON name_match.mention_id = odd.mention_id AND name_match.against = 'article' AND NOT name_match.is_like
    -- The name that is printed less often is the odd one; of two as frequent, the later.
    JOIN first_mentions AS usual
        ON usual.mention_id = name_match.other_id
        AND (usual.times > odd.times OR (usual.times = odd.times AND usual.turn < odd.turn))
    LEFT JOIN known AS known_odd ON known_odd.mention_id = odd.mention_id
    LEFT JOIN known AS known_usual ON known_usual.mention_id = usual.mention_id
    LEFT JOIN (SELECT DISTINCT actor_id FROM names) AS own ON own.actor_id = odd.actor_id
    LEFT JOIN told_elsewhere
        ON told_elsewhere.article_id = odd.article_id AND told_elsewhere.actor_id = odd.actor_id
    WHERE told_elsewhere.actor_id IS NULL
),
spelt AS (
    SELECT
        *,
        coalesce(is_renamed AND may_meet, FALSE) AS is_replaced,
        -- Two known names of a thing are two names; one that is not known is another rule's where others are.
        CASE WHEN is_known THEN is_person ELSE NOT has_names END AS is_comparable,
        CASE
            WHEN NOT is_person THEN distance
            WHEN odd_last <> usual_last THEN levenshtein(odd_last, usual_last)
            -- "Tom" and "Thomas" may be one name and its short form: "Jan Roe" and "Jane Roe" are no slip.
            WHEN odd_first LIKE concat(usual_first, '%') OR usual_first LIKE concat(odd_first, '%') THEN NULL
            ELSE levenshtein(odd_first, usual_first)
        END AS letters
    FROM pairs
),
drifts AS (
    SELECT *, coalesce(letters <= 2 AND shorter >= 5 AND is_comparable, FALSE) AS is_misspelt
    FROM spelt
),
ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY article_id, actor_id ORDER BY is_replaced DESC, letters NULLS LAST, turn, usual_id
        ) AS place
    FROM drifts
    WHERE is_replaced OR is_misspelt
)
SELECT
    varied.varied_id,
    CASE WHEN drift.is_misspelt OR NOT drift.is_timeless THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    varied.actor,
    drift.odd_id,
    drift.usual_id,
    drift.odd,
    drift.usual,
    drift.odd_times,
    drift.usual_times,
    drift.odd_name_id,
    drift.usual_name_id,
    CASE
        WHEN NOT drift.is_misspelt THEN 'one took the place of the other'
        WHEN drift.letters = 1 THEN 'they are 1 letter apart'
        ELSE concat('they are ', CAST(drift.letters AS VARCHAR), ' letters apart')
    END AS why
FROM ranked AS drift
JOIN varied_names AS varied ON varied.article_id = drift.article_id AND varied.actor_id = drift.actor_id
WHERE drift.place = 1
