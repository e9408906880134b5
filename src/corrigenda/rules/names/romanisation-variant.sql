-- A Japanese name is printed in another romanisation than every known form of it.
--
-- Why it happens: Passports, newspapers and people use several systems (Hepburn, Kunrei, Nihon-shiki), and a long
-- vowel may be a macron, a second letter, an h, or nothing.
--
-- What is judged: Only names that the reference holds as romanised Japanese are compared, by how they sound. The
-- rule reports a printed form that one system spells so throughout and that sounds like a known name. A form that
-- no system spells so, or that sounds different, is left to the comparison with the known names. If only the
-- length of a vowel differs and the known forms do not print it, the clash is possible, because some names differ
-- only in that.
--
-- To settle: Print the form that the person or body uses, or the one that your house uses throughout. If the
-- printed form is right as well, add it to the known names.
--
-- since: 0.2.0
-- severity: note
-- subject: article
-- judges: romanised_names by mention_id
-- places: mentions.name_printed basis, names[nearest_id].name basis
-- message: "{name_printed}" ({system}) is another romanisation of {actor}; the nearest known form is "{nearest}"
--   ({known_system})[; {doubt}]
-- repair: mentions.name_printed = {nearest}: the form is one of the known names
SELECT
    variant.mention_id,
    CASE WHEN variant.is_sure THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    variant.name_printed,
    variant.actor,
    variant.system,
    variant.nearest_id,
    name.name AS nearest,
    known.system AS known_system,
    CASE
        WHEN NOT variant.is_sure THEN 'the length of a vowel is written differently, and the known forms do not show it'
    END AS doubt
FROM romanised_names AS variant
JOIN names AS name ON name.name_id = variant.nearest_id
JOIN romanised AS known ON known.text = name.name
WHERE variant.is_variant
