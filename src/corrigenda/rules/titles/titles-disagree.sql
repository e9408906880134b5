-- One article prints two titles that do not go together.
--
-- Why it happens: An ordinal was counted twice or miscounted, the office of a colleague slipped in, or a draft was
-- corrected in one place only.
--
-- What is judged: One person with two ordinals in one office ("the 12th" and "the 13th president") must have held it
-- twice. Two people cannot have one ordinal in an office that one person holds. One person can hold two offices at one
-- time, so two offices of a state are only a finding if the reference knows the person in the first one, and somebody
-- else in the second one on all days that the title can mean. It is then possible. A person whom the reference knows in
-- both offices is left to the rule on terms. Titles of acting, former and coming holders are not compared.
--
-- To settle: Look up how the office counts its holders, and which office the person held on that day.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: title_contrasts by contrast_id
-- places: mentions[second_id].title_printed basis, mentions[first_id].title_printed basis, tenures[term_ids].actor_id
--   context, tenures[holder_ids].actor_id context
-- message: {told}; {why}
-- repair: mentions[second_id].title_printed = {first_title}: the title that is printed elsewhere for {actor}
WITH terms AS (
    SELECT contrast.contrast_id, count(*) AS terms, array_agg(term.tenure_id) AS term_ids
    FROM title_contrasts AS contrast
    JOIN office_terms AS term ON term.actor_id = contrast.actor_id AND term.office_id = contrast.office_id
    WHERE contrast.sort = 'ordinal' AND contrast.second_actor_id = contrast.actor_id
    GROUP BY contrast.contrast_id
),
readings AS (
    SELECT
        contrast.contrast_id,
        reading.reading,
        array_agg(term.tenure_id) AS holder_ids,
        min(holder.label) AS holder
    FROM title_contrasts AS contrast
    JOIN title_readings AS reading
        ON reading.mention_id = contrast.second_id AND reading.first_day <= reading.last_day
    JOIN office_terms AS term
        ON term.office_id = contrast.office_id
        AND term.actor_id <> contrast.actor_id
        AND term.start_last <= reading.first_day
        AND term.end_first >= reading.last_day
    JOIN actors AS holder ON holder.actor_id = term.actor_id
    WHERE contrast.sort = 'office'
    GROUP BY contrast.contrast_id, reading.reading
),
held AS (
    -- Of the event and of the writing, each must have another holder.
    SELECT readings.contrast_id, min(readings.holder) AS holder, min(readings.holder_ids) AS holder_ids
    FROM readings
    JOIN title_contrasts AS contrast ON contrast.contrast_id = readings.contrast_id
    GROUP BY readings.contrast_id, contrast.second_id
    HAVING count(*) = (SELECT count(*) FROM title_readings AS every WHERE every.mention_id = contrast.second_id)
)
SELECT
    contrast.contrast_id,
    CASE
        WHEN contrast.sort = 'office' THEN 'possible'
        WHEN contrast.second_actor_id <> contrast.actor_id OR terms.terms = 1 THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    NULL AS reason,
    contrast.first_id,
    contrast.second_id,
    terms.term_ids,
    held.holder_ids,
    actor.label AS actor,
    CASE WHEN contrast.second_actor_id = contrast.actor_id THEN contrast.first_title END AS first_title,
    CASE
        WHEN contrast.second_actor_id = contrast.actor_id
            THEN concat(actor.label, ' is called "', contrast.first_title, '" and "', contrast.second_title, '"')
        ELSE concat(
            actor.label, ' is called "', contrast.first_title, '", and ',
            second_actor.label, ' "', contrast.second_title, '"'
        )
    END AS told,
    CASE
        WHEN contrast.sort = 'office' THEN concat(held.holder, ' held the second office then')
        WHEN contrast.second_actor_id <> contrast.actor_id THEN 'one person holds the office at a time'
        WHEN terms.terms = 1 THEN 'the reference knows one term of this person in the office'
        ELSE 'only somebody who held the office twice is counted twice'
    END AS why
FROM title_contrasts AS contrast
JOIN actors AS actor ON actor.actor_id = contrast.actor_id
JOIN actors AS second_actor ON second_actor.actor_id = contrast.second_actor_id
LEFT JOIN terms ON terms.contrast_id = contrast.contrast_id
LEFT JOIN held ON held.contrast_id = contrast.contrast_id
-- What the list of all holders decides is reported by the rule on terms.
LEFT JOIN period_verdicts AS term_clash
    ON term_clash.judged = 'term' AND term_clash.judged_id = contrast.second_id AND term_clash.verdict <> 'undecided'
WHERE (
    contrast.sort = 'ordinal'
    AND coalesce(terms.terms, 0) < 2
    AND (contrast.second_actor_id <> contrast.actor_id OR contrast.second_number <> contrast.number)
)
    OR (contrast.sort = 'office' AND held.contrast_id IS NOT NULL AND term_clash.judged_id IS NULL)
