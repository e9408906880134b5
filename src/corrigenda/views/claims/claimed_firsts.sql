-- Every claim that an event is the first or the only one of its category for an actor.
SELECT * FROM said_firsts WHERE kind IN ('first', 'only')
