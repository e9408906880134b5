-- A name is printed in a form that matches no known name of the person or thing it means.
--
-- Why it happens: A typing error, or a name that was heard and not read.
--
-- What is judged: Names are compared without case, accents, spaces and punctuation. For people a part of the name
-- is enough, and so are initials or the surname first. A capital that is used for a government is not judged. A
-- name that is far from every known one is only possible, because it may be another name of the same person or
-- thing. A name in another romanisation, or the known name of another person or thing of a similar kind, is left
-- to the rules for those.
--
-- To settle: Look up the name in a source of the person or body itself. If the printed form is right as well, add
-- it to the known names.
--
-- since: 0.1.0
-- severity: error
-- subject: article
-- judges: printed_names by mention_id
-- places: mentions.name_printed basis, names[nearest_id].name basis
-- message: "{name_printed}" is not among the known names of {actor}; the nearest is "{nearest}", {distance:count
--   letter} away
-- repair: mentions.name_printed = {nearest}: the name is one of the known names
WITH compared AS (
    SELECT
        mention_id,
        bool_or(is_like) AS is_known,
        min(distance) AS distance,
        bool_or(distance * 2 <= length(printed)) AS is_near,
        min_by(name_id, {'distance': distance, 'name': name_id}) AS nearest_id
    FROM name_matches
    WHERE against = 'name'
    GROUP BY mention_id
)
SELECT
    mention.mention_id,
    CASE
        WHEN compared.mention_id IS NULL THEN 'undecided'
        WHEN compared.is_near THEN 'certain'
        ELSE 'possible'
    END AS verdict,
    CASE WHEN compared.mention_id IS NULL THEN 'the reference has no name for this actor' END AS reason,
    mention.name_printed,
    mention.actor,
    compared.distance,
    compared.nearest_id,
    name.name AS nearest
FROM printed_names AS mention
LEFT JOIN compared ON compared.mention_id = mention.mention_id
LEFT JOIN names AS name ON name.name_id = compared.nearest_id
WHERE (compared.mention_id IS NULL OR NOT compared.is_known)
    AND NOT EXISTS (
        SELECT 1 FROM romanised_names AS variant WHERE variant.mention_id = mention.mention_id AND variant.is_variant
    )
    AND NOT EXISTS (
        SELECT 1 FROM homonyms AS homonym WHERE homonym.mention_id = mention.mention_id AND NOT homonym.is_own
    )
