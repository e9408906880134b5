-- A name is printed in a form that is none of the known names of the person or thing it means.
--
-- Why it happens: a slip of the keyboard, a name heard and not read, or another system of romanisation.
-- Names are compared without case, accents and punctuation; for people a part of the name is enough.
-- A capital that stands for a government is a metonym and is not judged.
--
-- To settle: look the name up in a source of the person or body itself. If the printed form is right as
-- well, add it to the known names.
--
-- severity: warning
-- subject: article
-- judges: printed_names by mention_id
-- places: mentions.name_printed basis, names[nearest_id].name basis
-- message: "{name_printed}" is none of the {known} known names of {actor}; the nearest is "{nearest}", {distance}
--   letters away
-- repair: mentions.name_printed = {nearest}: the name is one of the known names
WITH nearest AS (
    SELECT mention_id, count(*) AS known, bool_or(is_like) AS is_known, min(distance) AS distance
    FROM name_matches
    GROUP BY mention_id
)
SELECT
    p.mention_id,
    CASE WHEN n.mention_id IS NULL THEN 'undecided' ELSE 'certain' END AS verdict,
    CASE WHEN n.mention_id IS NULL THEN 'the reference has no name for this actor' END AS reason,
    p.name_printed,
    p.actor,
    n.known,
    n.distance,
    m.name_id AS nearest_id,
    m.name AS nearest
FROM printed_names AS p
LEFT JOIN nearest AS n ON n.mention_id = p.mention_id
LEFT JOIN (
    SELECT mention_id, distance, min(name_id) AS name_id FROM name_matches GROUP BY mention_id, distance
) AS x ON x.mention_id = n.mention_id AND x.distance = n.distance
LEFT JOIN name_matches AS m ON m.mention_id = x.mention_id AND m.name_id = x.name_id
WHERE n.mention_id IS NULL OR NOT n.is_known
