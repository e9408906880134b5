-- For every actor that lies in another, is part of one or belongs to a state: all that it is in, up to four levels up.
-- The days of these ties are left aside: whoever has ever been in a thing can be called by it.
-- grain: part_id, whole_id
WITH direct AS (
    SELECT DISTINCT tie.actor_id AS part_id, tie.other_id AS whole_id
    FROM ties AS tie
    JOIN tie_kinds AS kind ON kind.tie_kind_id = tie.relation AND kind.nested
    WHERE tie.actor_id <> tie.other_id
    UNION
    -- "A club from Britain", which lies in Glasgow, a city of the United Kingdom.
    SELECT actor_id AS part_id, state AS whole_id
    FROM actors
    WHERE kind IN ('place', 'body', 'programme') AND state <> actor_id
),
second AS (
    SELECT part_id, whole_id FROM direct
    UNION
    SELECT lower.part_id, upper.whole_id
    FROM direct AS lower
    JOIN direct AS upper ON upper.part_id = lower.whole_id
)
SELECT part_id, whole_id FROM second
UNION
SELECT lower.part_id, upper.whole_id
FROM second AS lower
JOIN second AS upper ON upper.part_id = lower.whole_id
