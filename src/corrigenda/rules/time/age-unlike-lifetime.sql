-- The age that is printed for somebody is not the one that follows from the day of birth.
--
-- Why it happens: An age was copied from an older article, reckoned from the years alone, or is that of a day on which
-- the birthday was still to come.
--
-- What is judged: A printed age is compared with the days between the birth and the event of its claim or of another
-- in the sentence, the time of writing, and the death if the person had died by then; it fits if it fits one of
-- these. The birth is the one that the reference has, else the one that the article itself dates. Two days more or
-- less are let pass, for time zones and leap years. If only the year of birth is known, both ages of that year fit.
-- An age in an event that nobody dated is undecided.
--
-- To settle: Look up the day of birth, and count. Say of which day the age is, where it is not that of the writing.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: printed_ages by sum_id
-- places: sums.amount basis, actors[born_id].existed_from basis, dates[birth_ids].edtf basis, dates[date_ids].edtf
--   basis, articles[published_id].published basis, actors[died_id].existed_to basis
-- message: "{as_printed}" does not fit {actor}, who was born {born} and was {age} {occasion}[; {doubt}]
-- repair: sums.amount = {age}: it is the age {occasion}
WITH verdicts AS (
    SELECT
        sum_id,
        min(place) AS place,
        bool_or(fits) AS fits,
        bool_or(fits IS NULL AND is_own) AS is_open,
        bool_or(fits IS NULL) AS is_unsure
    FROM printed_ages
    GROUP BY sum_id
)
SELECT
    aged.sum_id,
    CASE WHEN verdict.is_open THEN 'undecided' WHEN verdict.is_unsure THEN 'possible' ELSE 'certain' END AS verdict,
    CASE WHEN verdict.is_open THEN 'nothing dates the event in which somebody was of that age' END AS reason,
    aged.as_printed,
    aged.actor,
    aged.born,
    aged.born_id,
    aged.birth_ids,
    aged.date_ids,
    aged.published_id,
    aged.died_id,
    aged.occasion,
    CASE
        WHEN verdict.is_unsure THEN 'it may be the age in another event of the sentence, which nothing dates'
    END AS doubt,
    CASE
        WHEN aged.least_age = aged.most_age THEN CAST(aged.least_age AS VARCHAR)
        ELSE concat(CAST(aged.least_age AS VARCHAR), ' to ', CAST(aged.most_age AS VARCHAR))
    END AS age
FROM verdicts AS verdict
JOIN printed_ages AS aged ON aged.sum_id = verdict.sum_id AND aged.place = verdict.place
WHERE NOT coalesce(verdict.fits, FALSE)
