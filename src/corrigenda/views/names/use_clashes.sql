-- Every mention by a name or title whose use is bounded in time, where it does not fit the time or where that cannot be
-- decided: the verdict with its reason, the days, what bounds them, and how far the use is from them.
-- grain: judged, mention_id
SELECT
    clash.judged,
    clash.judged_id AS mention_id,
    clash.reading,
    clash.verdict,
    clash.reason,
    CASE WHEN clash.reading = 'writing' THEN 'at the time of writing' ELSE 'in an event' END AS occasion,
    clash.else_reading,
    clash.recency,
    fit.stated,
    fit.since_day AS not_before,
    fit.not_after,
    fit.date_ids,
    fit.writing_ids,
    fit.published_id,
    coalesce(next_use.from_id, early.from_id) AS early_id,
    coalesce(last_use.to_id, late.to_id) AS late_id,
    coalesce(last_use.superseded_id, late.superseded_id) AS superseded_id,
    next_use.may_first AS used_from,
    next_use.may_first - fit.last_day AS days_early,
    last_use.may_last AS used_to,
    fit.first_day - last_use.may_last AS days_late,
    coalesce(early.sure_first, late.sure_first) AS sure_first,
    coalesce(early.sure_last, late.sure_last) AS sure_last
FROM period_verdicts AS clash
JOIN period_fits AS fit
    ON fit.judged = clash.judged AND fit.judged_id = clash.judged_id AND fit.reading = clash.reading
LEFT JOIN name_uses AS next_use
    ON next_use.judged = fit.judged
    AND next_use.mention_id = fit.judged_id
    AND next_use.name_id = fit.next_id
    AND NOT fit.can_fit
LEFT JOIN name_uses AS last_use
    ON last_use.judged = fit.judged
    AND last_use.mention_id = fit.judged_id
    AND last_use.name_id = fit.previous_id
    AND NOT fit.can_fit
LEFT JOIN bounded_uses AS early
    ON early.judged = fit.judged
    AND early.mention_id = fit.judged_id
    AND fit.can_fit
    AND fit.first_day < early.sure_first
LEFT JOIN bounded_uses AS late
    ON late.judged = fit.judged
    AND late.mention_id = fit.judged_id
    AND fit.can_fit
    AND fit.last_day > late.sure_last
WHERE clash.judged IN ('name', 'title')
