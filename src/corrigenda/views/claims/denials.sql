-- Every claim that something of a category never was, or is not so, for an actor.
SELECT * FROM said_firsts WHERE kind IN ('never', 'not')
