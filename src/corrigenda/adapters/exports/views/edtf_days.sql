-- Every date that a cell of the package has as EDTF, with the first and the last day that it can mean.
-- grain: text
SELECT
    text, -- The EDTF text as it is in the cells.
    first, -- The first day that it can mean; empty where nothing bounds it.
    last, -- The last day that it can mean; empty where nothing bounds it.
    precision -- year, month, day or interval.
FROM edtf_days_cells
