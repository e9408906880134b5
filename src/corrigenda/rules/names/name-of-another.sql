-- A printed name is the known name of another person or thing of a similar kind.
--
-- Why it happens: Two programmes have the same name, an old short name is now the name of something else, or a
-- colleague's name slipped in.
--
-- What is judged: A clash is certain if the reference knows the name only for the other one, or if the one meant
-- surely did not have that name at the time. If both have the name and nothing printed tells them apart, it is
-- possible and is reported once an article. A title that the other never had tells them apart, and so does a name
-- that only this one has, or the state of a body or a place. Only similar kinds are compared: people with people,
-- and programmes and weapons, bodies, states and places among themselves. What lies in a state is not compared
-- with the state, because a capital may be used for its government.
--
-- To settle: Find out which of the two is meant, and print a name or a word that only this one has.
--
-- since: 0.2.0
-- severity: warning
-- subject: article
-- judges: homonyms by mention_id
-- places: mentions.name_printed basis, names[name_id].name basis, dates[date_ids].edtf basis,
--   dates[writing_ids].edtf basis, articles[published_id].published basis, names[early_id].used_from basis,
--   names[late_id].used_to basis, names[superseded_id].superseded basis, mentions[again_ids].name_printed context
-- message: "{name_printed}", printed for {actor}, is a known name of {other}[ {and_not}][; for {bearer} it does not fit
--   {occasion}][ dated {stated}][, not before {not_before:day}][, not after {not_after:day}][: it came into use on
--   {used_from:day}][: it was in use until {used_to:day} at the latest][: it surely was in use from {sure_first:day}
--   to {sure_last:day} only][; {else_reading}]
-- repair: mentions.name_printed = {own_name}: a name that is not that of {other}
-- repair: mentions.actor_id = {other_id}: the name is that of {other}
WITH nearest AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY mention_id ORDER BY is_told, other_id) AS place,
        row_number() OVER (PARTITION BY article_id, actor_id, solid, other_id ORDER BY "start", mention_id) AS turn
    FROM homonyms
),
again AS (
    SELECT article_id, actor_id, solid, other_id, array_agg(mention_id) AS mention_ids
    FROM nearest
    WHERE turn > 1
    GROUP BY article_id, actor_id, solid, other_id
),
own AS (
    SELECT h.mention_id, h.other_id, min(CASE WHEN n.rank = 'primary' THEN n.name END) AS name
    FROM homonyms AS h
    JOIN names AS n ON n.actor_id = h.actor_id
    JOIN folded AS k ON k.text = n.name AND k.solid <> h.solid
    GROUP BY h.mention_id, h.other_id
),
judged AS (
    SELECT
        h.*,
        c.reason,
        CASE
            WHEN NOT h.is_own AND h.is_named THEN 'certain'
            WHEN NOT h.is_own THEN 'possible'
            WHEN h.is_told THEN 'consistent'
            WHEN c.verdict IN ('certain', 'possible') THEN c.verdict
            WHEN h.turn = 1 THEN 'possible'
            ELSE coalesce(c.verdict, 'consistent')
        END AS verdict,
        h.is_own AND coalesce(c.verdict IN ('certain', 'possible'), FALSE) AS is_late
    FROM nearest AS h
    LEFT JOIN name_clashes AS c ON c.mention_id = h.mention_id
    WHERE h.place = 1
)
SELECT
    j.mention_id,
    j.verdict,
    CASE WHEN j.verdict = 'undecided' THEN j.reason END AS reason,
    j.name_printed,
    j.actor,
    j.other,
    j.other_id,
    j.name_id,
    CASE
        WHEN NOT j.is_named THEN 'while the reference has no name of what is meant'
        WHEN NOT j.is_own THEN 'and none of what is meant'
        WHEN NOT j.is_late THEN 'as well; the article prints no name that only the one meant bears'
    END AS and_not,
    CASE WHEN j.is_late THEN j.actor END AS bearer,
    CASE WHEN j.is_late THEN c.occasion END AS occasion,
    CASE WHEN j.is_late THEN c.stated END AS stated,
    CASE WHEN j.is_late THEN c.not_before END AS not_before,
    CASE WHEN j.is_late THEN c.not_after END AS not_after,
    CASE WHEN j.is_late THEN c.used_from END AS used_from,
    CASE WHEN j.is_late THEN c.used_to END AS used_to,
    CASE WHEN j.is_late THEN c.sure_first END AS sure_first,
    CASE WHEN j.is_late THEN c.sure_last END AS sure_last,
    CASE WHEN j.is_late THEN c.else_reading END AS else_reading,
    CASE WHEN j.is_late THEN c.date_ids END AS date_ids,
    CASE WHEN j.is_late THEN c.writing_ids END AS writing_ids,
    CASE WHEN j.is_late THEN c.published_id END AS published_id,
    CASE WHEN j.is_late THEN c.early_id END AS early_id,
    CASE WHEN j.is_late THEN c.late_id END AS late_id,
    CASE WHEN j.is_late THEN c.superseded_id END AS superseded_id,
    CASE WHEN j.is_own AND NOT j.is_late THEN g.mention_ids END AS again_ids,
    o.name AS own_name
FROM judged AS j
LEFT JOIN name_clashes AS c ON c.mention_id = j.mention_id
LEFT JOIN again AS g
    ON g.article_id = j.article_id AND g.actor_id = j.actor_id AND g.solid = j.solid AND g.other_id = j.other_id
LEFT JOIN own AS o ON o.mention_id = j.mention_id AND o.other_id = j.other_id
WHERE j.verdict <> 'consistent'
