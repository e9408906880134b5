-- Every mention by name whose words are also the known name of another actor of a like kind: a person for a person, a
-- programme or weapon for either, a place or state for either unless one is in the other. is_named where the reference
-- names the actor meant, is_own where this is a name of it too, or a part of one; is_told where something else shows
-- which one is meant: a title that the other never bore, a name in the same article that is the actor's alone, or for a
-- body or place its state. is_family where a family name is printed alone that the other bears as well, and that the
-- reference has as a name by itself for neither of the two.
-- grain: mention_id, other_id
WITH listed AS (
    SELECT name_id, actor_id, solid, may_first, FALSE AS is_family FROM known_names
    UNION ALL
    -- "Hale", where Ann Hale and Bob Hale are known.
    SELECT name.name_id, name.actor_id, split_part(name.folded, ' ', -1) AS solid, name.may_first, TRUE AS is_family
    FROM known_names AS name
    JOIN actors AS actor ON actor.actor_id = name.actor_id AND actor.kind = 'person'
    WHERE name.folded LIKE '% %'
),
alike AS (
    SELECT kind, CASE kind WHEN 'programme' THEN 'weapon' WHEN 'state' THEN 'place' ELSE kind END AS like_kind
    FROM actors
    GROUP BY kind
),
pairs AS (
    SELECT
        mention.mention_id,
        mention.article_id,
        mention.claim_id,
        mention.actor_id,
        mention.actor,
        mention.office_id,
        mention.name_printed,
        mention."start",
        printed.solid,
        meant.kind,
        meant.state,
        other.actor_id AS other_id,
        other.label AS other,
        min(name.name_id) AS name_id,
        bool_and(name.is_family) AS is_family
    FROM printed_names AS mention
    CROSS JOIN calendar
    JOIN writing_days AS writing ON writing.article_id = mention.article_id
    JOIN folded AS printed ON printed.text = mention.name_printed
    JOIN actors AS meant ON meant.actor_id = mention.actor_id
    JOIN alike AS meant_kind ON meant_kind.kind = meant.kind
    -- A name that came into use only after the article was written cannot be confused in it.
    JOIN listed AS name
        ON name.solid = printed.solid
        AND name.actor_id <> mention.actor_id
        AND name.may_first <= coalesce(writing.last_day, calendar.last_day)
    JOIN actors AS other ON other.actor_id = name.actor_id
    JOIN alike AS other_kind ON other_kind.kind = other.kind AND other_kind.like_kind = meant_kind.like_kind
    WHERE coalesce(other.state, '') <> meant.actor_id AND coalesce(meant.state, '') <> other.actor_id
    GROUP BY
        mention.mention_id,
        mention.article_id,
        mention.claim_id,
        mention.actor_id,
        mention.actor,
        mention.office_id,
        mention.name_printed,
        mention."start",
        printed.solid,
        meant.kind,
        meant.state,
        other.actor_id,
        other.label
),
own_names AS (
    SELECT
        mention_id,
        bool_or(is_like AND (is_same OR length(printed) <= length(known))) AS is_like,
        bool_or(against = 'name' AND is_same) AS is_listed
    FROM name_matches
    WHERE against <> 'article'
    GROUP BY mention_id
),
by_title AS (
    SELECT pair.mention_id, pair.other_id
    FROM pairs AS pair
    LEFT JOIN office_terms AS term ON term.actor_id = pair.other_id AND term.office_id = pair.office_id
    WHERE pair.office_id IS NOT NULL AND term.tenure_id IS NULL
),
by_state AS (
    SELECT DISTINCT pair.mention_id, pair.other_id
    FROM pairs AS pair
    JOIN mentions AS mention ON mention.actor_id = pair.state AND mention.mention_id <> pair.mention_id
    JOIN passages AS passage ON passage.passage_id = mention.passage_id AND passage.article_id = pair.article_id
    WHERE pair.kind IN ('body', 'place', 'state')
),
by_name AS (
    SELECT DISTINCT pair.mention_id, pair.other_id
    FROM pairs AS pair
    JOIN first_mentions AS elsewhere
        ON elsewhere.article_id = pair.article_id
        AND elsewhere.actor_id = pair.actor_id
        AND elsewhere.solid <> pair.solid
    JOIN name_matches AS own
        ON own.mention_id = elsewhere.mention_id AND own.against = 'name' AND own.is_like
    LEFT JOIN known_names AS shared ON shared.actor_id = pair.other_id AND shared.solid = elsewhere.solid
    WHERE shared.name_id IS NULL
)
SELECT
    pair.mention_id,
    pair.article_id,
    pair.claim_id,
    pair.actor_id,
    pair.actor,
    pair.name_printed,
    pair."start",
    pair.solid,
    pair.other_id,
    pair.name_id,
    pair.other,
    pair.is_family,
    coalesce(own_names.is_like, FALSE) AS is_own,
    own_names.mention_id IS NOT NULL AS is_named,
    coalesce(by_title.mention_id, by_state.mention_id, by_name.mention_id) IS NOT NULL AS is_told
FROM pairs AS pair
LEFT JOIN own_names ON own_names.mention_id = pair.mention_id
LEFT JOIN by_title ON by_title.mention_id = pair.mention_id AND by_title.other_id = pair.other_id
LEFT JOIN by_state ON by_state.mention_id = pair.mention_id AND by_state.other_id = pair.other_id
LEFT JOIN by_name ON by_name.mention_id = pair.mention_id AND by_name.other_id = pair.other_id
WHERE NOT pair.is_family OR (coalesce(own_names.is_like, FALSE) AND NOT own_names.is_listed)
