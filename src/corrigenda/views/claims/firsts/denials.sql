-- Every claim that something of a category never was, or is not so, for an actor or for anybody.
-- grain: first_id
SELECT * FROM firsts_and_denials WHERE kind IN ('never', 'not')
