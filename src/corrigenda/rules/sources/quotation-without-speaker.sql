-- Words are printed in quotation marks, and nobody is said to have used them.
--
-- Why it happens: a quotation lost its speaker when it was shortened or taken over, or the marks lend a phrase of
-- the writer the weight of a source.
--
-- Words used as speech need a speaker. A term needs one only where the claim is told as reported, because then
-- somebody must have called it so; as it may be a common designation, this is possible only. So is speech
-- in a claim that somebody is said to make. Names, and marks that keep a distance, need none.
--
-- To settle: say whose words they are, or leave out the marks.
--
-- severity: note
-- subject: article
-- judges: quoted_words by quotation_id
-- places: quotations.as_printed basis, quotations.attribution_id basis, attributions.naming basis
-- message: "{as_printed}" stands in quotation marks, and nobody is said to have used {words}[; only "{verb}" marks it][; {doubt}]
SELECT
    quotation_id,
    CASE WHEN "use" = 'term' OR speakers > 0 THEN 'possible' ELSE 'certain' END AS verdict,
    NULL AS reason,
    attribution_id,
    as_printed,
    CASE WHEN "use" = 'term' THEN 'the term' ELSE 'the words' END AS words,
    verb,
    CASE
        WHEN "use" = 'term' THEN 'it may be a common designation'
        WHEN speakers > 0 THEN 'they may be those of whoever is said to make the claim'
    END AS doubt
FROM quoted_words
WHERE coalesce(naming, 'none') = 'none' AND ("use" = 'speech' OR speakers = 0)
