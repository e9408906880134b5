-- An amount of money is printed without what it covers: the whole or a part, or which time.
--
-- Why it happens: the sentence keeps the number and loses the rest of the line: "for 2025", "in all", "over ten
-- years". Two such amounts can differ by a hundred times and both be right.
--
-- To settle: say of what the money is all or a part, or for which year or years it is.
--
-- severity: note
-- subject: article
-- judges: money_amounts by sum_id
-- places: sums.extent basis, sums.period basis
-- message: of "{as_printed}" the article does not print what it covers: neither whether it is all the money {kind}
--   or a part of it, nor for which time
SELECT
    sum_id,
    'certain' AS verdict,
    NULL AS reason,
    as_printed,
    CASE measure WHEN 'allocation' THEN 'set aside' WHEN 'spending' THEN 'spent' WHEN 'estimate' THEN 'estimated' ELSE 'that it costs' END AS kind
FROM money_amounts
WHERE extent = 'unstated' AND period IS NULL AND part_of IS NULL
