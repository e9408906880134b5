-- Somebody does what only a holder of an office can do, at a time when that person held none.
--
-- Why it happens: The year is wrong, or an act of the predecessor, of the successor or of a body is given to a person.
--
-- What is judged: The table of kinds says which acts can only be done in office (a law, an order, a state visit). The
-- rule looks at people who are named in such an act without a title. A title is judged by the rules on titles. The act
-- fits if it can lie in any known term of the person, in whatever office. If it cannot, it is certain only if the
-- reference says for this person that it lists all offices (a row of completeness with the person and no office). It is
-- possible if the article itself gives the person an office elsewhere whose terms are known. Otherwise it is left
-- undecided, and so is an act after the day up to which the terms are known.
--
-- To settle: Look up who did it, on which day, and what office that person held.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: untitled_acts by mention_id
-- places: mentions.actor_id basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, tenures[next_id].start basis, tenures[previous_id].end basis,
--   completeness[completeness_id].until basis
-- message: Only somebody in office can do what the article gives to {actor}: "{label}" ({kind})[, dated {stated}][,
--   {not_before:span not_after}]; the reference knows no term of {actor} then[; the next one, as {next_office}, starts
--   on {next_day:day}, {days_early:count day} later][; the last one, as {previous_office}, ended on {previous_day:day},
--   {days_late:count day} earlier][; {doubt}]
-- yields: to certain errors that rest on the same date
WITH terms AS (
    SELECT
        act.mention_id,
        bool_or(term.start_first <= act.last_day AND term.end_last >= act.first_day) AS can_fit,
        bool_or(term.is_reversed) AS is_reversed,
        max(term.known_until) AS known_until,
        min(CASE WHEN term.start_first > act.last_day THEN term.start_first END) AS next_day,
        max(CASE WHEN term.end_last < act.first_day THEN term.end_last END) AS previous_day,
        min_by(
            CASE WHEN term.start_first > act.last_day THEN term.tenure_id END,
            CASE WHEN term.start_first > act.last_day THEN term.start_first END
        ) AS next_id,
        max_by(
            CASE WHEN term.end_last < act.first_day THEN term.tenure_id END,
            CASE WHEN term.end_last < act.first_day THEN term.end_last END
        ) AS previous_id
    FROM untitled_acts AS act
    JOIN tenure_days AS term ON term.actor_id = act.actor_id
    GROUP BY act.mention_id
),
complete AS (
    SELECT act.mention_id, min(listed.completeness_id) AS completeness_id
    FROM untitled_acts AS act
    JOIN completeness AS listed
        ON listed.actor_id = act.actor_id
        AND listed.office_id IS NULL
        AND listed.category_id IS NULL
        AND listed.relation IS NULL
    JOIN edtf AS since ON since.text = listed.since AND since.last_day <= act.first_day
    JOIN edtf AS until ON until.text = listed.until AND until.first_day >= act.last_day
    GROUP BY act.mention_id
)
SELECT
    act.mention_id,
    CASE
        WHEN act.first_day IS NULL OR act.last_day IS NULL OR act.first_day > act.last_day THEN 'undecided'
        WHEN terms.is_reversed THEN 'undecided'
        WHEN complete.mention_id IS NOT NULL THEN 'certain'
        WHEN act.last_day > terms.known_until THEN 'undecided'
        WHEN act.is_titled THEN 'possible'
        ELSE 'undecided'
    END AS verdict,
    CASE
        WHEN act.first_day > act.last_day THEN 'the dates of the event leave no day for it'
        WHEN act.first_day IS NULL OR act.last_day IS NULL THEN 'no first or no last day is known for the event'
        WHEN terms.is_reversed THEN 'a term of this person ends before it starts in the reference'
        WHEN complete.mention_id IS NOT NULL THEN NULL
        WHEN act.last_day > terms.known_until
            THEN 'the terms of this person are known only up to a day before the event'
        WHEN NOT act.is_titled THEN 'the reference does not say that it lists all offices of this person'
    END AS reason,
    act.actor,
    act.label,
    act.kind,
    act.stated,
    CASE WHEN act.stated IS NULL THEN act.not_before END AS not_before,
    CASE WHEN act.stated IS NULL THEN act.not_after END AS not_after,
    act.date_ids,
    act.writing_ids,
    act.published_id,
    terms.next_id,
    terms.previous_id,
    terms.next_day,
    terms.previous_day,
    next_office.label AS next_office,
    previous_office.label AS previous_office,
    terms.next_day - act.last_day AS days_early,
    act.first_day - terms.previous_day AS days_late,
    complete.completeness_id,
    CASE WHEN complete.mention_id IS NULL THEN 'the reference may lack another office of this person' END AS doubt
FROM untitled_acts AS act
JOIN terms ON terms.mention_id = act.mention_id
LEFT JOIN complete ON complete.mention_id = act.mention_id
LEFT JOIN tenures AS next_term ON next_term.tenure_id = terms.next_id
LEFT JOIN offices AS next_office ON next_office.office_id = next_term.office_id
LEFT JOIN tenures AS previous_term ON previous_term.tenure_id = terms.previous_id
LEFT JOIN offices AS previous_office ON previous_office.office_id = previous_term.office_id
WHERE NOT coalesce(terms.can_fit, FALSE) OR terms.is_reversed
