-- A printed name is the known name of another person or thing of a similar kind.
--
-- Why it happens: Two programmes have the same name, an old short name is now the name of something else, or a
-- colleague's name slipped in.
--
-- What is judged: A clash is certain if the reference knows the name only for the other one, or if the one meant surely
-- did not have that name at the time. A family name printed alone is that of everybody who bears it, unless the
-- reference has it by itself as a name of the one meant. If both have the name and nothing printed tells them apart, it
-- is possible and is reported once an article. A title that the other never had tells them apart, and so does a name
-- that only this one has, or the state of a body or a place. Only similar kinds are compared: people with people, and
-- programmes and weapons, bodies, states and places among themselves. What lies in a state is not compared with the
-- state, because a capital may be used for its government.
--
-- To settle: Find out which of the two is meant, and print a name or a word that only this one has.
--
-- since: 0.2.0
-- severity: error
-- subject: article
-- judges: homonyms by mention_id
-- places: mentions.name_printed basis, names[name_id].name basis, dates[date_ids].edtf basis,
--   dates[writing_ids].edtf basis, articles[published_id].published basis, names[early_id].used_from basis,
--   names[late_id].used_to basis, names[superseded_id].superseded basis, mentions[again_ids].name_printed context
-- message: "{name_printed}", printed for {actor}, is {sort} of {other}[ {and_not}][; for {bearer} it does
--   not fit {occasion}][ dated {stated}][ {not_before:span not_after}][: it came into use on {used_from:day}][: it
--   was in use until {used_to:day} at the latest][: it surely was in use from {sure_first:day} to {sure_last:day}
--   only][; {else_reading}]
-- repair: mentions.name_printed = {own_name}: the name is not also that of {other}
-- repair: mentions.actor_id = {other_id}: the name is that of {other}
WITH numbered AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY mention_id ORDER BY is_told, other_id) AS place,
        row_number() OVER (
            PARTITION BY article_id, actor_id, solid, other_id ORDER BY "start", mention_id
        ) AS turn
    FROM homonyms
),
again AS (
    SELECT article_id, actor_id, solid, other_id, array_agg(mention_id) AS mention_ids
    FROM numbered
    WHERE turn > 1
    GROUP BY article_id, actor_id, solid, other_id
),
own_names AS (
    SELECT homonym.mention_id, homonym.other_id, min(name.name) AS name
    FROM homonyms AS homonym
    JOIN known_names AS name
        ON name.actor_id = homonym.actor_id AND name.is_primary AND name.solid <> homonym.solid
    GROUP BY homonym.mention_id, homonym.other_id
),
judged AS (
    SELECT
        homonym.*,
        clash.reason,
        CASE
            WHEN NOT homonym.is_own AND homonym.is_named THEN 'certain'
            WHEN NOT homonym.is_own THEN 'possible'
            WHEN homonym.is_told THEN 'consistent'
            WHEN clash.verdict IN ('certain', 'possible') THEN clash.verdict
            WHEN homonym.turn = 1 THEN 'possible'
            ELSE coalesce(clash.verdict, 'consistent')
        END AS verdict,
        homonym.is_own AND coalesce(clash.verdict IN ('certain', 'possible'), FALSE) AS is_outside_use
    FROM numbered AS homonym
    LEFT JOIN use_clashes AS clash ON clash.judged = 'name' AND clash.mention_id = homonym.mention_id
    WHERE homonym.place = 1
)
SELECT
    homonym.mention_id,
    homonym.verdict,
    CASE WHEN homonym.verdict = 'undecided' THEN homonym.reason END AS reason,
    homonym.name_printed,
    CASE WHEN homonym.is_family THEN 'the family name' ELSE 'a known name' END AS sort,
    homonym.actor,
    CASE WHEN homonym.other = homonym.actor THEN concat('another ', homonym.other) ELSE homonym.other END AS other,
    homonym.other_id,
    homonym.name_id,
    CASE
        WHEN NOT homonym.is_named THEN 'while the reference has no name of what is meant'
        WHEN NOT homonym.is_own THEN 'and not a name of the one meant'
        WHEN NOT homonym.is_outside_use
            THEN 'as well; the article prints no other name that shows which is meant'
    END AS and_not,
    CASE WHEN clash.mention_id IS NOT NULL THEN homonym.actor END AS bearer,
    clash.occasion,
    clash.stated,
    clash.not_before,
    clash.not_after,
    clash.used_from,
    clash.used_to,
    clash.sure_first,
    clash.sure_last,
    clash.else_reading,
    clash.date_ids,
    clash.writing_ids,
    clash.published_id,
    clash.early_id,
    clash.late_id,
    clash.superseded_id,
    again.mention_ids AS again_ids,
    own_names.name AS own_name
FROM judged AS homonym
LEFT JOIN use_clashes AS clash
    ON clash.judged = 'name' AND clash.mention_id = homonym.mention_id AND homonym.is_outside_use
LEFT JOIN again
    ON again.article_id = homonym.article_id
    AND again.actor_id = homonym.actor_id
    AND again.solid = homonym.solid
    AND again.other_id = homonym.other_id
    AND homonym.is_own
    AND NOT homonym.is_outside_use
LEFT JOIN own_names ON own_names.mention_id = homonym.mention_id AND own_names.other_id = homonym.other_id
WHERE homonym.verdict <> 'consistent'
