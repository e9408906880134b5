-- Every title of an office of which it is known since or until when it existed.
-- grain: mention_id
SELECT
    title.mention_id,
    title.claim_id,
    title.article_id,
    title.event_id,
    title.title_time,
    title.title_printed,
    office.office_id,
    office.label AS office,
    life.existed_from,
    life.existed_to,
    life.may_first,
    life.sure_first,
    life.sure_last,
    life.may_last
FROM titles AS title
JOIN offices AS office ON office.office_id = title.office_id
JOIN existences AS life ON life.table_name = 'offices' AND life.row_id = title.office_id
