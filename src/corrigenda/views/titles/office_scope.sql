-- For every office the offices that count as it: itself, and those of which it is the broader office.
SELECT office_id AS office_id, office_id AS counts_id FROM offices
UNION
SELECT broader AS office_id, office_id AS counts_id FROM offices WHERE broader IS NOT NULL
UNION
SELECT o.broader AS office_id, n.office_id AS counts_id
FROM offices AS n
JOIN offices AS o ON o.office_id = n.broader
WHERE o.broader IS NOT NULL
