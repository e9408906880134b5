-- The word before a title ("former", "acting", "elect", "then") does not fit the terms of the person.
--
-- Why it happens: An older text was used again after the person took office, or came back to it. A successor is
-- called former by habit. Somebody who had stood in was confirmed in office and is still called acting.
--
-- What is judged: "Former" and "elect" do not fit somebody who holds the office, "former" does not fit somebody
-- who has yet to hold it, and "acting" does not fit a full term. If the words leave open whether the marker
-- belongs to the event or to the writing, one of the two is enough for it to fit. "Then" for somebody who has held
-- the office ever since is only possible, because it says only in passing that the term is over. Whether a title
-- marked "then" fits its event, and one marked "current" the writing, is judged with all other titles. On the
-- first and the last day of a term both words fit. It is an error and not a matter of style, because the word says
-- as plainly as the title whether the office is held.
--
-- To settle: Look up the terms of the person, and the day of the event or of writing.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: marked_titles by mention_id
-- places: mentions.title_marker basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, tenures.start basis, tenures[end_id].end basis, tenures[acting_id].acting
--   basis
-- message: "{title_marker}" does not fit for {actor} as {office} {occasion}[ dated {stated}][ {not_before:span
--   not_after}][; {acting}the known term, {term}, covers all of these days][; {acting}the known term, {part_term},
--   covers some of these days][; the first known term starts on {next_day:day}, {days_early:count day} later][;
--   {else_reading}]
WITH terms AS (
    SELECT
        title.mention_id,
        min(term.start_first) AS first_start,
        max(term.start_first) AS last_start,
        min_by(term.tenure_id, {'day': term.start_first, 'tenure': term.tenure_id}) AS first_id
    FROM marked_titles AS title
    JOIN office_terms AS term ON term.actor_id = title.actor_id AND term.office_id = title.office_id
    GROUP BY title.mention_id
),
acting AS (
    SELECT DISTINCT title.mention_id, fit.reading
    FROM marked_titles AS title
    JOIN period_fits AS fit ON fit.judged = 'marker' AND fit.judged_id = title.mention_id
    JOIN office_terms AS term
        ON term.actor_id = title.actor_id
        AND term.office_id = title.office_id
        AND term.start_first <= fit.to_day
        AND term.end_last >= fit.from_day
    JOIN tenures AS tenure ON tenure.tenure_id = term.tenure_id AND tenure.acting
    WHERE title.title_marker = 'acting'
),
holding AS (
    -- The term that is shown: one that holds on all of the days, or else on some of them.
    SELECT
        fit.judged_id AS mention_id,
        fit.reading,
        bool_or(whole.period_id IS NOT NULL) AS is_whole,
        coalesce(min(whole.period_id), min(part.period_id)) AS tenure_id
    FROM period_fits AS fit
    JOIN known_periods AS part
        ON part.owner_id = fit.owner_id
        AND part.start_first <= fit.to_day
        AND part.end_last >= fit.from_day
    LEFT JOIN known_periods AS whole
        ON whole.owner_id = fit.owner_id
        AND whole.period_id = part.period_id
        AND whole.start_last <= fit.first_day
        AND whole.end_first >= fit.last_day
    WHERE fit.judged = 'marker'
    GROUP BY fit.judged_id, fit.reading
),
readings AS (
    SELECT
        title.*,
        fit.reading,
        fit.stated,
        fit.not_before,
        fit.not_after,
        fit.date_ids,
        fit.writing_ids,
        fit.published_id,
        fit.last_day,
        terms.first_start,
        terms.first_id,
        holding.tenure_id,
        coalesce(holding.is_whole, FALSE) AS is_whole,
        coalesce(title.title_marker = 'former' AND terms.first_start > fit.last_day, FALSE) AS is_early,
        CASE
            WHEN fit.first_day > fit.last_day OR terms.mention_id IS NULL THEN 'undecided'
            WHEN title.title_marker = 'former' AND terms.first_start > fit.last_day THEN 'certain'
            WHEN title.title_marker = 'designate' AND terms.last_start > fit.last_day THEN 'consistent'
            WHEN acting.mention_id IS NOT NULL THEN 'consistent'
            WHEN fit.surely_fits AND title.title_marker <> 'then' THEN 'certain'
            WHEN fit.surely_fits THEN 'possible'
            WHEN NOT fit.can_fit THEN 'consistent'
            -- "Then" for a term that ends between the event and the writing is just what the word says.
            WHEN title.title_marker = 'then' AND fit.first_day <= fit.last_day THEN 'consistent'
            WHEN fit.gap IS NOT NULL THEN 'undecided'
            ELSE 'possible'
        END AS verdict,
        fit.gap AS reason
    FROM marked_titles AS title
    JOIN period_fits AS fit ON fit.judged = 'marker' AND fit.judged_id = title.mention_id
    LEFT JOIN terms ON terms.mention_id = title.mention_id
    LEFT JOIN acting ON acting.mention_id = title.mention_id AND acting.reading = fit.reading
    LEFT JOIN holding ON holding.mention_id = title.mention_id AND holding.reading = fit.reading
),
settled AS (
    SELECT
        mention_id,
        min(reading) AS reading,
        count(DISTINCT reading) AS readings,
        CASE
            WHEN bool_and(verdict = 'certain') THEN 'certain'
            WHEN bool_or(verdict = 'undecided') THEN 'undecided'
            ELSE 'possible'
        END AS verdict,
        min(CASE WHEN verdict = 'undecided' THEN reason END) AS reason
    FROM readings
    GROUP BY mention_id
    HAVING NOT bool_or(verdict = 'consistent')
)
SELECT
    settled.mention_id,
    settled.verdict,
    settled.reason,
    title.title_marker,
    actor.label AS actor,
    office.label AS office,
    CASE title.reading
        WHEN 'writing' THEN 'at the time of writing'
        WHEN 'then' THEN 'from the event to the writing'
        ELSE 'in an event'
    END AS occasion,
    title.stated,
    title.not_before,
    title.not_after,
    title.date_ids,
    title.writing_ids,
    title.published_id,
    coalesce(held.tenure_id, title.first_id) AS tenure_id,
    held.tenure_id AS end_id,
    regular.tenure_id AS acting_id,
    CASE WHEN title.title_marker = 'acting' THEN 'not acting, ' ELSE '' END AS acting,
    CASE WHEN title.is_whole THEN held.term END AS term,
    CASE WHEN NOT title.is_whole THEN held.term END AS part_term,
    CASE WHEN title.is_early THEN title.first_start END AS next_day,
    CASE WHEN title.is_early THEN title.first_start - title.last_day END AS days_early,
    CASE
        WHEN settled.readings > 1 AND settled.verdict = 'certain' THEN 'neither does it at the time of writing'
    END AS else_reading
FROM settled
JOIN readings AS title ON title.mention_id = settled.mention_id AND title.reading = settled.reading
JOIN actors AS actor ON actor.actor_id = title.actor_id
JOIN offices AS office ON office.office_id = title.office_id
LEFT JOIN term_words AS held ON held.tenure_id = title.tenure_id AND NOT title.is_early
LEFT JOIN tenures AS regular ON regular.tenure_id = held.tenure_id AND title.title_marker = 'acting'
