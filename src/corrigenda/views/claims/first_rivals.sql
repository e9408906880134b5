-- Milestones that may refute a claim of being the first or the only one, or a denial: of the same or a wider
-- category (steps), by the same actor, and known when the article was written. came tells how each lies to the
-- event, a day more or less set aside (time zones). What is about the same thing and not surely apart is the
-- event itself where it is called the first; where a denial is about one thing, only that thing refutes it.
-- What is not so now may have been so before: a denial of the kind 'not' is never surely refuted, and one of a
-- time that is over not by an act of another time. place ranks them, those of unknown days apart.
SELECT
    *,
    row_number() OVER (
        PARTITION BY first_id, came = 'unknown'
        ORDER BY is_sure DESC, steps, is_confirmed DESC, milestone_id, participant_id
    ) AS place
FROM (
    SELECT *, steps = 0 AND kind <> 'not' AND NOT is_same_thing AND was_known AND came IN ('before', 'after') AS is_sure
    FROM (
        SELECT
            f.first_id,
            f.kind,
            m.milestone_id,
            m.participant_id,
            c.steps,
            g.definition,
            concat(m.label, ' (', d.day, ')') AS told,
            d.day_confirmed AS is_confirmed,
            coalesce(k.last_day <= f.written_first, FALSE) AS was_known,
            coalesce(m.about = f.about, FALSE) AND f.kind IN ('first', 'only') AS is_same_thing,
            CASE
                WHEN m.last_day + 1 < f.first_day THEN 'before'
                WHEN m.first_day - 1 > f.last_day THEN 'after'
                WHEN f.first_day IS NULL OR m.first_day IS NULL OR m.last_day IS NULL THEN 'unknown'
                WHEN f.last_day IS NULL OR m.first_day + 1 < f.last_day THEN 'perhaps before'
                ELSE 'with it'
            END AS came
        FROM said_firsts AS f
        JOIN category_scope AS c ON c.category_id = f.category_id
        JOIN categories AS g ON g.category_id = c.wider_id
        JOIN category_members AS m ON m.category_id = c.wider_id AND m.actor_id = f.actor_id
        JOIN milestones AS d ON d.milestone_id = m.milestone_id
        JOIN kinds AS n ON n.kind_id = d.kind_id
        JOIN edtf AS k ON k.text = m.known_from
        WHERE k.first_day <= coalesce(f.written_last, 3652059)
            AND NOT coalesce(f.first_day > f.last_day, FALSE)
            AND (f.kind <> 'not' OR n.lasts OR f.tense <> 'past' OR m.last_day + 1 >= f.first_day)
            AND (f.kind IN ('first', 'only') OR NOT f.is_of_thing OR coalesce(m.about = f.about, FALSE))
    ) AS lying
) AS rivals
WHERE came = 'before'
    OR (came = 'after' AND kind = 'only')
    OR (came IN ('perhaps before', 'unknown') AND NOT is_same_thing)
    OR (came = 'with it' AND kind IN ('never', 'not'))
