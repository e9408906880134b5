-- Every mention of an actor with a romanised Japanese name by a form that one system of romanisation spells so: whether
-- it is a variant (none of the known names, and the same by sound as one), surely or with long vowels made short, and
-- the known name nearest to it.
-- grain: mention_id
WITH compared AS (
    SELECT
        mention.mention_id,
        mention.claim_id,
        mention.article_id,
        mention.actor,
        mention.name_printed,
        printed.system,
        bool_or(name_match.against = 'name' AND name_match.is_like) AS is_known,
        bool_or(name_match.against = 'sound' AND name_match.is_like) AS is_sure,
        bool_or(name_match.against = 'short' AND name_match.is_like) AS is_near
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
),
nearest AS (
    SELECT
        mention_id,
        min_by(
            name_id, {'loose': against <> 'sound', 'distance': distance, 'name': name_id}
        ) AS nearest_id
    FROM name_matches
    WHERE against IN ('sound', 'short') AND is_like
    GROUP BY mention_id
)
SELECT compared.*, NOT compared.is_known AND (compared.is_sure OR compared.is_near) AS is_variant, nearest.nearest_id
FROM compared
LEFT JOIN nearest ON nearest.mention_id = compared.mention_id
