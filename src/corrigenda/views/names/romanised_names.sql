-- Every mention of an actor with a romanised Japanese name by a form that one system of romanisation spells so:
-- whether it is a variant (none of the known names, and the same by sound as one), surely or with long
-- vowels made short, and the known name nearest to it.
SELECT
    *,
    NOT is_known AND (is_sure OR is_near) AS is_variant
FROM (
    SELECT
        mention.mention_id,
        mention.claim_id,
        mention.article_id,
        mention.actor,
        mention.name_printed,
        printed.system,
        bool_or(name_match.against = 'name' AND name_match.is_like) AS is_known,
        bool_or(name_match.against = 'sound' AND name_match.is_like) AS is_sure,
        bool_or(name_match.against = 'short' AND name_match.is_like) AS is_near,
        min_by(
            name_match.name_id,
            CASE
                WHEN name_match.against <> 'name' AND name_match.is_like
                    THEN concat(CASE name_match.against WHEN 'sound' THEN '0' ELSE '1' END, lpad(CAST(name_match.distance AS VARCHAR), 4, '0'), name_match.name_id)
            END
        ) AS nearest_id
    FROM printed_names AS mention
    JOIN romanised AS printed ON printed.text = mention.name_printed
    JOIN name_matches AS name_match ON name_match.mention_id = mention.mention_id
    GROUP BY
        mention.mention_id,
        mention.claim_id,
        mention.article_id,
        mention.actor,
        mention.name_printed,
        printed.system
) AS compared
