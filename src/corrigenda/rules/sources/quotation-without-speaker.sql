-- Words are printed in quotation marks, and the article does not say whose they are.
--
-- Why it happens: A quotation lost its speaker when it was shortened or taken over, or the marks give the writer's
-- own phrase the weight of a source.
--
-- What is judged: Words used as speech need a speaker. A term needs one only if the claim is given as reported,
-- because then somebody must have used it. It may be a common designation, so this is only possible. Speech inside
-- a claim that is attributed to somebody is also only possible. Names, and marks that keep a distance, need no
-- speaker.
--
-- To settle: Say whose words they are, or remove the marks.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: quoted_words by quotation_id
-- places: quotations.as_printed basis, quotations.attribution_id basis, attributions.naming basis
-- message: {quoted} is in quotation marks, and the article does not say who used {words}[; only "{verb}" marks
--   it][; {doubt}]
SELECT
    quotation_id,
    CASE WHEN "use" = 'term' OR speakers > 0 THEN 'possible' ELSE 'certain' END AS verdict,
    NULL AS reason,
    attribution_id,
    -- Of a quotation that is longer than a cell may print, the table has the place alone.
    CASE WHEN as_printed IS NULL THEN 'A longer stretch' ELSE concat('"', as_printed, '"') END AS quoted,
    CASE WHEN "use" = 'term' THEN 'the term' ELSE 'the words' END AS words,
    verb,
    CASE
        WHEN "use" = 'term' THEN 'it may be a common term'
        WHEN speakers > 0 THEN 'they may be those of the person who is said to make the claim'
    END AS doubt
FROM quoted_words
WHERE coalesce(naming, 'none') = 'none' AND ("use" = 'speech' OR speakers = 0)
