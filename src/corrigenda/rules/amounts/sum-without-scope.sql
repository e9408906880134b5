-- An amount of money is printed without what it covers: the whole or a part, and for which period.
--
-- Why it happens: The sentence keeps the number and loses the rest of the line: "for 2025", "in all", "over ten
-- years". Two such amounts can differ a hundredfold and both be right.
--
-- What is judged: The rule looks at money that is set aside, spent or estimated, or that something costs. One of
-- these is enough for an amount to fit: the article says whether it is a total or a part, gives its period, says of
-- which other sum it is a part, or says how often it is paid (a unit of time: "$40 million a year").
--
-- To settle: Say what the money is all or part of, or for which year or years it is.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: money_amounts by sum_id
-- places: sums.extent basis, sums.period basis
-- message: the article does not say what "{as_printed}" covers: whether it is all or part of the money {kind}, and
--   for which period
SELECT
    sum_id,
    'certain' AS verdict,
    NULL AS reason,
    as_printed,
    CASE measure
        WHEN 'allocation' THEN 'set aside'
        WHEN 'spending' THEN 'spent'
        WHEN 'estimate' THEN 'estimated'
        ELSE 'that it costs'
    END AS kind
FROM money_amounts
WHERE extent = 'unstated' AND period IS NULL AND part_of IS NULL
    -- "Over $40 million a year": the time is printed as that for which it is paid each time.
    AND coalesce(unit, '') NOT IN ('day', 'week', 'month', 'quarter', 'year')
