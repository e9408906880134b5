-- One article prints two amounts of the same thing that cannot both be right.
--
-- Why it happens: A digit was mistyped in one place, only one sentence was updated, or two sources were used
-- together.
--
-- What is judged: Each amount stands for everything that rounds to its printed digits and that its hedge ("about",
-- "over") allows. A clash is certain only between two totals that one voice gives for one time: the article itself
-- or one named source. Sources may disagree, amounts change, and one estimate follows another, so such pairs are
-- only possible. Amounts that are not said to be totals may each be a different part, so they are only possible
-- too. Among more than twelve amounts of one thing each is compared with the first alone.
--
-- To settle: Look up both amounts. Print one, or say why there are two.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: amount_pairs by pair_id
-- places: sums[second_id].amount basis, sums[first_id].amount basis, sums[second_id].extent basis,
--   sums[first_id].extent basis
-- message: "{second_printed}" does not fit "{first_printed}", printed before it for the same {measure} of {about};
--   the two are at least {apart:amount}[ {currency}][ {unit}] apart[; {doubt}]
-- repair: sums[second_id].amount: both are the amount printed first, if they mean the same: {first_printed}
-- repair: sums[first_id].amount: both are the amount printed later, if they mean the same: {second_printed}
SELECT
    pair.pair_id,
    CASE
        WHEN pair.is_total AND pair.is_one_voice AND pair.is_one_time AND pair.measure <> 'estimate' THEN 'certain'
        WHEN pair.is_total OR (pair.is_one_voice AND pair.is_one_time) THEN 'possible'
        ELSE 'undecided'
    END AS verdict,
    CASE
        WHEN NOT pair.is_total AND NOT (pair.is_one_voice AND pair.is_one_time)
            THEN 'it is not said whether both amounts cover the same, at one time and by one source'
    END AS reason,
    pair.first_id,
    pair.second_id,
    pair.first_printed,
    pair.second_printed,
    pair.measure,
    thing.label AS about,
    pair.apart,
    pair.currency,
    pair.unit,
    nullif(
        concat_ws(
            ' and ',
            CASE WHEN NOT pair.is_total THEN 'each may be another part' END,
            CASE WHEN NOT pair.is_one_voice THEN 'they are not surely plain statements of one source' END,
            CASE WHEN NOT pair.is_one_time THEN 'it may have changed in between' END,
            CASE WHEN pair.measure = 'estimate' THEN 'there may be two estimates' END
        ),
        ''
    ) AS doubt
FROM amount_pairs AS pair
JOIN actors AS thing ON thing.actor_id = pair.about
WHERE pair.apart > 1e-9 * abs(pair.above)
