-- Every claim that an event is the first or the only one of its category, for an actor or for anybody.
-- grain: first_id
SELECT * FROM firsts_and_denials WHERE kind IN ('first', 'only')
