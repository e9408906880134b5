-- Every printed amount of money that is set aside, spent, estimated or what something costs, but no difference of two:
-- without its extent or its period such an amount cannot be compared.
-- grain: sum_id
SELECT * FROM printed_amounts
WHERE measure IN ('allocation', 'cost', 'estimate', 'spending') AND currency IS NOT NULL AND difference_of IS NULL
