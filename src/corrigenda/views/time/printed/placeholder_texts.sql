-- Every date text that is, or begins or ends with, a day that software or a form fills in where nobody gave one, with
-- what does so; is_never where no source can tell of anything on that day.
-- grain: text
SELECT parsed.text, min(filling.filled) AS filled, min(filling.filler) AS filler, bool_or(filling.is_never) AS is_never
FROM edtf AS parsed
JOIN (
    VALUES
    ('0001-01-01', 'programs write for a time that was never set', TRUE),
    ('1601-01-01', 'file systems write for zero', FALSE),
    ('1753-01-01', 'databases write for their first day', FALSE),
    ('1899-12-30', 'spreadsheets write for zero', FALSE),
    ('1899-12-31', 'spreadsheets write for zero', FALSE),
    ('1900-01-01', 'spreadsheets and forms write for an empty date', FALSE),
    ('1904-01-01', 'spreadsheets write for zero', FALSE),
    ('1969-12-31', 'programs that count seconds write for zero', FALSE),
    ('1970-01-01', 'programs that count seconds write for zero', FALSE),
    ('2038-01-19', 'programs that count seconds write for their last day', FALSE),
    ('2099-12-31', 'forms write for no end', FALSE),
    ('2999-12-31', 'forms write for no end', TRUE),
    ('9999', 'programs write for no end', TRUE),
    ('9999-12', 'programs write for no end', TRUE),
    ('9999-12-31', 'programs write for no end', TRUE)
) AS filling (filled, filler, is_never)
    ON parsed.text = filling.filled
    OR parsed.text LIKE concat(filling.filled, '/%')
    OR parsed.text LIKE concat('%/', filling.filled)
GROUP BY parsed.text
