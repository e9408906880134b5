-- Every period that the reference knows for what is judged: lifetimes, the life of offices, the use of names, and
-- terms, once for all titles of one person in one office (owner_id, which is that of the readings). A marked title is
-- compared with the days within a term, for on its first and on its last day "former" and "elect" fit as well; an open
-- term goes on over the last day that is known. A period holds possibly from start_first to end_last and surely from
-- start_last to end_first; perhaps_first and perhaps_last reach further where nobody knows the start or the end at all.
-- grain: owner_id, period_id
SELECT
    concat(span.judged, ' ', span.judged_id) AS owner_id,
    span.period_id,
    span.may_first > span.may_last AS is_reversed,
    span.may_first AS start_first,
    span.sure_first AS start_last,
    span.sure_last AS end_first,
    span.may_last AS end_last,
    span.sure_first AS perhaps_first,
    span.sure_last AS perhaps_last
FROM (
    SELECT
        'lifetime' AS judged,
        mention_id AS judged_id,
        actor_id AS period_id,
        may_first,
        sure_first,
        sure_last,
        may_last
    FROM lifetime_parts
    UNION ALL
    SELECT 'office' AS judged, mention_id, office_id, may_first, sure_first, sure_last, may_last FROM bounded_offices
    UNION ALL
    SELECT judged, mention_id, name_id, may_first, sure_first, sure_last, may_last FROM name_uses
) AS span
UNION ALL
SELECT
    concat('term ', title.actor_id, ' ', title.office_id) AS owner_id,
    term.tenure_id AS period_id,
    term.is_reversed,
    term.start_first,
    term.start_last,
    term.end_first,
    term.end_last,
    term.perhaps_first,
    term.perhaps_last
FROM (
    SELECT actor_id, office_id FROM titles
    UNION
    SELECT actor_id, narrow_id AS office_id FROM broad_titles
) AS title
JOIN office_terms AS term ON term.actor_id = title.actor_id AND term.office_id = title.office_id
UNION ALL
SELECT
    concat('marker ', title.actor_id, ' ', title.office_id) AS owner_id,
    term.tenure_id AS period_id,
    term.is_reversed,
    term.start_first + 1 AS start_first,
    term.start_last + 1 AS start_last,
    CASE WHEN term.end_state = 'open' THEN term.end_first ELSE term.end_first - 1 END AS end_first,
    term.end_last - 1 AS end_last,
    term.perhaps_first + 1 AS perhaps_first,
    CASE WHEN term.end_state = 'open' THEN term.perhaps_last ELSE term.perhaps_last - 1 END AS perhaps_last
FROM (SELECT DISTINCT actor_id, office_id FROM marked_titles) AS title
JOIN office_terms AS term ON term.actor_id = title.actor_id AND term.office_id = title.office_id
