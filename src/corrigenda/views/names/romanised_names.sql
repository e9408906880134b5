-- Every mention of an actor with a romanised Japanese name by a form that one system of romanisation spells so:
-- whether it is a variant (none of the known names, and the same by sound as one), surely or with long
-- vowels made short, and the known name nearest to it.
SELECT
    *,
    NOT is_known AND (is_sure OR is_near) AS is_variant
FROM (
    SELECT
        p.mention_id,
        p.claim_id,
        p.article_id,
        p.actor,
        p.name_printed,
        r.system,
        bool_or(m.against = 'name' AND m.is_like) AS is_known,
        bool_or(m.against = 'sound' AND m.is_like) AS is_sure,
        bool_or(m.against = 'short' AND m.is_like) AS is_near,
        min_by(
            m.name_id,
            CASE WHEN m.against <> 'name' AND m.is_like THEN concat(CASE m.against WHEN 'sound' THEN '0' ELSE '1' END, lpad(CAST(m.distance AS VARCHAR), 4, '0'), m.name_id) END
        ) AS nearest_id
    FROM printed_names AS p
    JOIN romanised AS r ON r.text = p.name_printed
    JOIN name_matches AS m ON m.mention_id = p.mention_id
    GROUP BY p.mention_id, p.claim_id, p.article_id, p.actor, p.name_printed, r.system
) AS compared
