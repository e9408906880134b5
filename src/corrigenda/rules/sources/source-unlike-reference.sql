-- The article describes the sources of a report differently from the report itself.
--
-- Why it happens: A report was retold from memory or from a retelling. Its sources were then assigned to the body
-- that it is about, or named although the report keeps them unnamed.
--
-- What is judged: A body of a state fits its state, and another body of the same state may be part of it. If one
-- publisher has several reports about the same thing, any of them may be meant, unless the article dates the one
-- it cites. Unnamed people and a group count as the same; so do a named person and a document. If the same words
-- cover several claims and the same reports are known for them, the first is reported and the others are counted.
--
-- To settle: Open the report that is cited and see whom it names or describes as its source.
--
-- since: 0.2.0
-- severity: warning
-- subject: article
-- judges: cited_sources by attribution_id
-- places: attributions[belonging_id].affiliation basis, attributions[naming_id].naming basis, attributions[actor_id].actor_id basis,
--   attributions[teller_id].actor_id basis, dates[date_ids].edtf basis, citations[belonging_ids].affiliation basis,
--   citations[naming_ids].naming basis, citations[citation_ids].published basis,
--   claims[more_ids].statement context
-- message: for the article, {teller} rests on {naming}[ of {belongs_to}]; this {fit} what is known of it: {reports}[; {doubt}][; the
--   same words stand for {more}]
WITH words AS (
    SELECT naming, words
    FROM (
        VALUES ('named', 'somebody named'), ('document', 'a document'), ('anonymous', 'people who are not named'), ('group', 'a group'), ('none', 'nobody')
    ) AS listed (naming, words)
),
compared AS (
    SELECT
        s.attribution_id,
        r.citation_id,
        r.is_sure,
        concat(r.told, ': ', w.words, CASE WHEN f.actor_id IS NOT NULL THEN concat(' of ', f.label) END) AS told,
        CASE
            WHEN (s.naming IN ('named', 'document')) <> (r.naming IN ('named', 'document')) AND r.naming <> 'none' THEN 'naming'
            WHEN coalesce(s.affiliation, s.actor_id) IS NULL THEN 'fits'
            WHEN r.affiliation IS NULL THEN 'unknown'
            WHEN coalesce(r.affiliation = s.actor_id, FALSE) OR coalesce(r.affiliation = s.affiliation, FALSE) THEN 'fits'
            WHEN coalesce(o.actor_id = f.state, FALSE) OR coalesce(f.actor_id = o.state, FALSE) THEN 'fits'
            WHEN coalesce(o.state <> f.state, FALSE) THEN 'affiliation'
            ELSE 'part'
        END AS fit
    FROM cited_sources AS s
    JOIN cited_reports AS r ON r.attribution_id = s.teller_id
    JOIN words AS w ON w.naming = r.naming
    LEFT JOIN actors AS o ON o.actor_id = coalesce(s.affiliation, s.actor_id)
    LEFT JOIN actors AS f ON f.actor_id = r.affiliation
),
settled AS (
    SELECT
        attribution_id,
        bool_and(is_sure AND fit IN ('naming', 'affiliation')) AS is_sure,
        bool_or(fit = 'unknown') AS is_unknown,
        bool_or(NOT is_sure) AS is_open,
        bool_or(fit = 'naming') AS is_naming,
        bool_or(fit <> 'naming') AS is_belonging,
        array_agg(citation_id) AS citation_ids,
        array_agg(CASE WHEN fit = 'naming' THEN citation_id END) AS naming_ids,
        array_agg(CASE WHEN fit <> 'naming' THEN citation_id END) AS belonging_ids,
        string_agg(told, '; ' ORDER BY citation_id) AS reports
    FROM compared
    GROUP BY attribution_id
    HAVING NOT bool_or(fit = 'fits')
),
alike AS (
    SELECT
        k.attribution_id,
        row_number() OVER same AS place,
        count(*) OVER later AS later,
        array_agg(s.claim_id) OVER later AS more_ids
    FROM settled AS k
    JOIN cited_sources AS s ON s.attribution_id = k.attribution_id
    JOIN claim_words AS w ON w.claim_id = s.claim_id
    WINDOW
        same AS (PARTITION BY w.words, s.naming, s.actor_id, s.affiliation, k.is_sure, k.is_unknown, k.reports ORDER BY w.place, s.attribution_id),
        later AS (
            PARTITION BY w.words, s.naming, s.actor_id, s.affiliation, k.is_sure, k.is_unknown, k.reports
            ORDER BY w.place, s.attribution_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        )
)
SELECT
    s.attribution_id,
    CASE WHEN k.is_sure THEN 'certain' WHEN k.is_unknown OR k.attribution_id IS NULL THEN 'undecided' ELSE 'possible' END AS verdict,
    CASE
        WHEN k.attribution_id IS NULL THEN 'the reference knows no report of that publisher about it from before the time of writing'
        WHEN k.is_unknown THEN 'the reference does not say to whom the sources of a report that may be meant belong'
    END AS reason,
    CASE WHEN k.is_sure THEN 'does not fit' ELSE 'may not fit' END AS fit,
    s.teller,
    s.teller_id,
    coalesce(s.named, w.words) AS naming,
    s.belongs_to,
    CASE WHEN k.is_naming THEN s.attribution_id END AS naming_id,
    CASE WHEN k.is_belonging AND s.affiliation IS NOT NULL THEN s.attribution_id END AS belonging_id,
    CASE WHEN k.is_belonging AND s.affiliation IS NULL THEN s.attribution_id END AS actor_id,
    CASE WHEN k.is_sure THEN d.date_ids END AS date_ids,
    k.citation_ids,
    k.naming_ids,
    k.belonging_ids,
    k.reports,
    CASE
        WHEN k.is_open THEN 'the article does not date the report that it cites, and another one may be meant'
        WHEN NOT k.is_sure THEN 'the one body may be a part of the other'
    END AS doubt,
    CASE WHEN m.later > 0 THEN concat(CAST(m.later AS VARCHAR), CASE WHEN m.later = 1 THEN ' more claim' ELSE ' more claims' END) END AS more,
    m.more_ids
FROM cited_sources AS s
JOIN words AS w ON w.naming = s.naming
JOIN attributions AS t ON t.attribution_id = s.teller_id
LEFT JOIN event_days AS d ON d.event_id = t.event_id
LEFT JOIN settled AS k ON k.attribution_id = s.attribution_id
LEFT JOIN alike AS m ON m.attribution_id = s.attribution_id
WHERE m.place = 1
    OR k.is_unknown
    OR NOT EXISTS (SELECT 1 FROM cited_reports AS r WHERE r.attribution_id = s.teller_id)
