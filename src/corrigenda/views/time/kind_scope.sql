-- For every kind of event the kinds that count as it: itself and, three levels deep, the narrower ones.
SELECT kind_id, kind_id AS counts_id FROM kinds
UNION
SELECT broader AS kind_id, kind_id AS counts_id FROM kinds WHERE broader IS NOT NULL
UNION
SELECT b.broader AS kind_id, k.kind_id AS counts_id
FROM kinds AS k
JOIN kinds AS b ON b.kind_id = k.broader
WHERE b.broader IS NOT NULL
