-- One article prints two amounts of the same thing that no single amount fits.
--
-- Why it happens: a digit is mistyped in one place, an amount was brought up to date in one sentence only, or
-- two sources are used side by side.
--
-- Each amount stands for all that rounds to its printed digits and that its hedge allows. Certain needs totals
-- that one voice states of one time: the article's own, or one named source's. Sources may disagree, an amount
-- may have changed in between and one estimate may follow another, so that such pairs are possible only; of
-- amounts that are not said to be totals, each may be another part.
--
-- To settle: look up both amounts; print one, or say what makes them two.
--
-- severity: error
-- subject: article
-- judges: amount_pairs by pair_id
-- places: sums[second_id].amount basis, sums[first_id].amount basis, sums[second_id].extent basis,
--   sums[first_id].extent basis
-- message: "{second_printed}" does not fit "{first_printed}", printed before it for the same {measure} of {about};
--   {apart:amount}[ {currency}][ {unit}] lie between what the two stand for[; {doubt}]
-- repair: sums[second_id].amount: the amount printed before it, if the two are the same: {first_printed}
-- repair: sums[first_id].amount: the amount printed after it, if the two are the same: {second_printed}
SELECT
    p.pair_id,
    CASE
        WHEN p.is_total AND p.is_one_voice AND p.is_one_time AND p.measure <> 'estimate' THEN 'certain'
        WHEN p.is_total OR (p.is_one_voice AND p.is_one_time) THEN 'possible'
        ELSE 'undecided'
    END AS verdict,
    CASE
        WHEN NOT p.is_total AND NOT (p.is_one_voice AND p.is_one_time)
            THEN 'it is not told whether both amounts cover the same, at one time and by one source'
    END AS reason,
    p.first_id,
    p.second_id,
    p.first_printed,
    p.second_printed,
    p.measure,
    a.label AS about,
    p.apart,
    p.currency,
    p.unit,
    nullif(
        concat_ws(
            ' and ',
            CASE WHEN NOT p.is_total THEN 'each may be another part' END,
            CASE WHEN NOT p.is_one_voice THEN 'they are not surely plain statements of one source' END,
            CASE WHEN NOT p.is_one_time THEN 'it may have changed in between' END,
            CASE WHEN p.measure = 'estimate' THEN 'there may be two estimates' END
        ),
        ''
    ) AS doubt
FROM amount_pairs AS p
JOIN actors AS a ON a.actor_id = p.about
WHERE p.apart > 1e-9 * abs(p.above)
