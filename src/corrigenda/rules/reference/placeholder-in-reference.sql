-- A date in the reference is one that software or a form fills in, and that no source gave.
--
-- Why it happens: A date that is empty in one program becomes the first, last or zero day in the next one, and is
-- imported as if somebody had seen it.
--
-- What is judged: Terms do start and things do happen on some of these days, so a cell that somebody has confirmed
-- is taken as real. A clash is certain only for days that no source can give: the first day of the calendar, and
-- those that mean "no end".
--
-- To settle: Look up the date in the source of the row. If the source gives none, leave the cell empty.
--
-- since: 0.2.0
-- severity: error
-- subject: reference
-- judges: reference_placeholders by day_id
-- places: sources[sources_published].published basis, actors[actors_existed_from].existed_from basis,
--   actors[actors_existed_to].existed_to basis, names[names_used_from].used_from basis, names[names_used_to].used_to
--   basis, names[names_superseded].superseded basis, offices[offices_existed_from].existed_from basis,
--   offices[offices_existed_to].existed_to basis, tenures[tenures_start].start basis, tenures[tenures_end].end
--   basis, tenures[tenures_as_of].as_of basis, milestones[milestones_day].day basis,
--   milestones[milestones_known_from].known_from basis, figures[figures_day].day basis,
--   figures[figures_known_from].known_from basis, citations[citations_published].published basis,
--   completeness[completeness_since].since basis, completeness[completeness_until].until basis
-- message: {text} does not fit as {place} of {row_id}: {filled} is what {filler}[; {doubt}]
SELECT
    day_id,
    CASE WHEN is_never THEN 'certain' ELSE 'possible' END AS verdict,
    NULL AS reason,
    CASE WHEN place = 'sources.published' THEN row_id END AS sources_published,
    CASE WHEN place = 'actors.existed_from' THEN row_id END AS actors_existed_from,
    CASE WHEN place = 'actors.existed_to' THEN row_id END AS actors_existed_to,
    CASE WHEN place = 'names.used_from' THEN row_id END AS names_used_from,
    CASE WHEN place = 'names.used_to' THEN row_id END AS names_used_to,
    CASE WHEN place = 'names.superseded' THEN row_id END AS names_superseded,
    CASE WHEN place = 'offices.existed_from' THEN row_id END AS offices_existed_from,
    CASE WHEN place = 'offices.existed_to' THEN row_id END AS offices_existed_to,
    CASE WHEN place = 'tenures.start' THEN row_id END AS tenures_start,
    CASE WHEN place = 'tenures.end' THEN row_id END AS tenures_end,
    CASE WHEN place = 'tenures.as_of' THEN row_id END AS tenures_as_of,
    CASE WHEN place = 'milestones.day' THEN row_id END AS milestones_day,
    CASE WHEN place = 'milestones.known_from' THEN row_id END AS milestones_known_from,
    CASE WHEN place = 'figures.day' THEN row_id END AS figures_day,
    CASE WHEN place = 'figures.known_from' THEN row_id END AS figures_known_from,
    CASE WHEN place = 'citations.published' THEN row_id END AS citations_published,
    CASE WHEN place = 'completeness.since' THEN row_id END AS completeness_since,
    CASE WHEN place = 'completeness.until' THEN row_id END AS completeness_until,
    place,
    row_id,
    text,
    filled,
    filler,
    CASE WHEN NOT is_never THEN 'it may be the real one' END AS doubt
FROM reference_placeholders
WHERE is_never OR NOT is_confirmed
