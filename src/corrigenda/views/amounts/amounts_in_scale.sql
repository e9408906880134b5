-- Printed amounts without those that differ from a figure of the reference by their scale alone.
-- grain: sum_id
SELECT * FROM printed_amounts
WHERE sum_id NOT IN (SELECT sum_id FROM scaled_amounts WHERE figure_id IS NOT NULL)
