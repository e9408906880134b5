-- What all readings of a title, a name or a part together say of the periods that the reference knows. What fits as
-- that of the event is not listed here, nor what fits in each reading; reading is the one to report. It is certain
-- where each reading clashes, and possible where at least one does or may, and nothing is undecided. A title of which
-- the reference has no term clashes where the list of holders is complete.
-- grain: judged, judged_id
WITH readings AS (
    SELECT
        fit.judged,
        fit.judged_id,
        fit.reading,
        complete.completeness_id,
        fit.rests_on_recency,
        fit.rests_on_recency AND fit.is_assumed AS is_assumed,
        CASE WHEN complete.completeness_id IS NOT NULL THEN 'certain' ELSE fit.verdict END AS verdict,
        CASE WHEN complete.completeness_id IS NULL THEN fit.reason END AS reason
    FROM period_fits AS fit
    LEFT JOIN titles AS title ON title.mention_id = fit.judged_id AND fit.judged = 'term' AND NOT fit.is_known
    LEFT JOIN complete_offices AS complete
        ON complete.office_id = title.office_id
        AND fit.first_day BETWEEN complete.first_day AND complete.last_day
        AND fit.last_day BETWEEN fit.first_day AND complete.last_day
    WHERE fit.judged IN ('term', 'office', 'name', 'title', 'lifetime')
)
SELECT
    judged,
    judged_id,
    min(reading) AS reading,
    CASE
        WHEN bool_and(verdict = 'certain') AND NOT bool_or(is_assumed) THEN 'certain'
        WHEN bool_or(verdict = 'undecided') THEN 'undecided'
        ELSE 'possible'
    END AS verdict,
    CASE WHEN bool_or(verdict = 'undecided') THEN min(reason) END AS reason,
    min(completeness_id) AS completeness_id,
    CASE
        WHEN bool_or(rests_on_recency) THEN 'nothing dates the event, so that it is taken to be recent news'
    END AS recency,
    CASE
        WHEN bool_or(verdict = 'consistent')
            THEN CASE
                WHEN judged = 'name' THEN 'as the name of the time of writing it fits'
                ELSE 'as the title of the time of writing it fits'
            END
        WHEN count(DISTINCT reading) > 1 AND bool_and(verdict = 'certain') THEN 'neither does it at the time of writing'
    END AS else_reading
FROM readings
GROUP BY judged, judged_id
HAVING NOT bool_or(verdict = 'consistent' AND reading = 'event') AND NOT bool_and(verdict = 'consistent')
