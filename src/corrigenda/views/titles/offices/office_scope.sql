-- For every office the offices that count as it: itself, and those of which it is the broader office.
-- grain: office_id, counts_id
SELECT whole_id AS office_id, part_id AS counts_id FROM scopes WHERE what = 'office'
