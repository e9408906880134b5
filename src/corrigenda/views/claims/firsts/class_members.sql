-- Every actor that the reference counts among a class of people, with the tie that says so, a confirmed one before
-- others. That somebody is of a class is taken to hold at all times.
-- grain: class_id, actor_id
SELECT
    other_id AS class_id,
    actor_id,
    min_by(tie_id, {'doubt': NOT coalesce(other_id_confirmed, FALSE), 'tie': tie_id}) AS tie_id
FROM ties
WHERE relation = 'one-of'
GROUP BY other_id, actor_id
