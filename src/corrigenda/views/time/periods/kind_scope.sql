-- For every kind of event the kinds that count as it: itself and the narrower ones.
-- grain: kind_id, counts_id
SELECT whole_id AS kind_id, part_id AS counts_id FROM scopes WHERE what = 'kind'
