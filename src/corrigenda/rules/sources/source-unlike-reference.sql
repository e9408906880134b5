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
        cited.attribution_id,
        report.citation_id,
        report.is_sure,
        concat(report.told, ': ', words.words, CASE WHEN other_actor.actor_id IS NOT NULL THEN concat(' of ', other_actor.label) END) AS told,
        CASE
            WHEN (cited.naming IN ('named', 'document')) <> (report.naming IN ('named', 'document')) AND report.naming <> 'none' THEN 'naming'
            WHEN coalesce(cited.affiliation, cited.actor_id) IS NULL THEN 'fits'
            WHEN report.affiliation IS NULL THEN 'unknown'
            WHEN coalesce(report.affiliation = cited.actor_id, FALSE) OR coalesce(report.affiliation = cited.affiliation, FALSE) THEN 'fits'
            WHEN coalesce(actor.actor_id = other_actor.state, FALSE) OR coalesce(other_actor.actor_id = actor.state, FALSE) THEN 'fits'
            WHEN coalesce(actor.state <> other_actor.state, FALSE) THEN 'affiliation'
            ELSE 'part'
        END AS fit
    FROM cited_sources AS cited
    JOIN cited_reports AS report ON report.attribution_id = cited.teller_id
    JOIN words AS words ON words.naming = report.naming
    LEFT JOIN actors AS actor ON actor.actor_id = coalesce(cited.affiliation, cited.actor_id)
    LEFT JOIN actors AS other_actor ON other_actor.actor_id = report.affiliation
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
        settled.attribution_id,
        row_number() OVER same AS place,
        count(*) OVER later AS later,
        array_agg(cited.claim_id) OVER later AS more_ids
    FROM settled AS settled
    JOIN cited_sources AS cited ON cited.attribution_id = settled.attribution_id
    JOIN claim_words AS wording ON wording.claim_id = cited.claim_id
    WINDOW
        same AS (PARTITION BY wording.words, cited.naming, cited.actor_id, cited.affiliation, settled.is_sure, settled.is_unknown, settled.reports ORDER BY wording.place, cited.attribution_id),
        later AS (
            PARTITION BY wording.words, cited.naming, cited.actor_id, cited.affiliation, settled.is_sure, settled.is_unknown, settled.reports
            ORDER BY wording.place, cited.attribution_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        )
)
SELECT
    cited.attribution_id,
    CASE WHEN settled.is_sure THEN 'certain' WHEN settled.is_unknown OR settled.attribution_id IS NULL THEN 'undecided' ELSE 'possible' END AS verdict,
    CASE
        WHEN settled.attribution_id IS NULL THEN 'the reference knows no report of that publisher about it from before the time of writing'
        WHEN settled.is_unknown THEN 'the reference does not say to whom the sources of a report that may be meant belong'
    END AS reason,
    CASE WHEN settled.is_sure THEN 'does not fit' ELSE 'may not fit' END AS fit,
    cited.teller,
    cited.teller_id,
    coalesce(cited.named, words.words) AS naming,
    cited.belongs_to,
    CASE WHEN settled.is_naming THEN cited.attribution_id END AS naming_id,
    CASE WHEN settled.is_belonging AND cited.affiliation IS NOT NULL THEN cited.attribution_id END AS belonging_id,
    CASE WHEN settled.is_belonging AND cited.affiliation IS NULL THEN cited.attribution_id END AS actor_id,
    CASE WHEN settled.is_sure THEN days.date_ids END AS date_ids,
    settled.citation_ids,
    settled.naming_ids,
    settled.belonging_ids,
    settled.reports,
    CASE
        WHEN settled.is_open THEN 'the article does not date the report that it cites, and another one may be meant'
        WHEN NOT settled.is_sure THEN 'the one body may be a part of the other'
    END AS doubt,
    CASE WHEN alike.later > 0 THEN concat(CAST(alike.later AS VARCHAR), CASE WHEN alike.later = 1 THEN ' more claim' ELSE ' more claims' END) END AS more,
    alike.more_ids
FROM cited_sources AS cited
JOIN words AS words ON words.naming = cited.naming
JOIN attributions AS attribution ON attribution.attribution_id = cited.teller_id
LEFT JOIN event_days AS days ON days.event_id = attribution.event_id
LEFT JOIN settled AS settled ON settled.attribution_id = cited.attribution_id
LEFT JOIN alike AS alike ON alike.attribution_id = cited.attribution_id
WHERE alike.place = 1
    OR settled.is_unknown
    OR NOT EXISTS (SELECT 1 FROM cited_reports AS report WHERE report.attribution_id = cited.teller_id)
