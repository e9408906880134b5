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
-- places: attributions[belonging_id].affiliation basis, attributions[naming_id].naming basis,
--   attributions[actor_id].actor_id basis,
--   attributions[teller_id].actor_id basis, dates[date_ids].edtf basis, citations[belonging_ids].affiliation basis,
--   citations[naming_ids].naming basis, citations[citation_ids].published basis,
--   claims[more_ids].statement context
-- message: in the article, {teller} relies on {naming}[ of {belongs_to}]; this {fit} what is known of its report:
--   {reports}[; {doubt}][; the same words cover {more:count more claim}]
WITH compared AS (
    -- A source that fits one report which may be meant fits; the others are held against all such reports together.
    SELECT
        attribution_id,
        min(source_words) AS source_words,
        bool_and(is_sure AND fit IN ('naming', 'affiliation')) AS is_sure,
        bool_or(fit = 'unknown') AS is_unknown,
        bool_or(NOT is_sure) AS is_open,
        bool_or(fit = 'naming') AS is_naming,
        bool_or(fit <> 'naming') AS is_belonging,
        array_agg(citation_id) AS citation_ids,
        array_agg(CASE WHEN fit = 'naming' THEN citation_id END) AS naming_ids,
        array_agg(CASE WHEN fit <> 'naming' THEN citation_id END) AS belonging_ids,
        string_agg(report_words, '; ' ORDER BY citation_id) AS reports
    FROM source_report_fits
    GROUP BY attribution_id
    HAVING NOT bool_or(fit = 'fits')
),
alike AS (
    SELECT
        compared.attribution_id,
        row_number() OVER same_words AS place,
        nullif(count(*) OVER later, 0) AS more,
        array_agg(source.claim_id) OVER later AS more_ids
    FROM compared
    JOIN cited_sources AS source ON source.attribution_id = compared.attribution_id
    JOIN claim_words AS wording ON wording.claim_id = source.claim_id
    WINDOW
        same_words AS (
            PARTITION BY wording.words, source.naming, source.actor_id, source.affiliation, compared.is_sure,
                compared.is_unknown, compared.reports
            ORDER BY wording.place, source.attribution_id
        ),
        later AS (
            PARTITION BY wording.words, source.naming, source.actor_id, source.affiliation, compared.is_sure,
                compared.is_unknown, compared.reports
            ORDER BY wording.place, source.attribution_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        )
),
unreported AS (
    SELECT source.attribution_id
    FROM cited_sources AS source
    WHERE NOT EXISTS (SELECT 1 FROM cited_reports AS report WHERE report.attribution_id = source.teller_id)
)
SELECT
    source.attribution_id,
    CASE
        WHEN compared.is_sure THEN 'certain'
        WHEN compared.is_unknown OR unreported.attribution_id IS NOT NULL THEN 'undecided'
        ELSE 'possible'
    END AS verdict,
    CASE
        WHEN unreported.attribution_id IS NOT NULL
            THEN 'the reference knows no report of that publisher about it from before the time of writing'
        WHEN compared.is_unknown
            THEN 'the reference does not say to whom the sources of a report that may be meant belong'
    END AS reason,
    CASE WHEN compared.is_sure THEN 'does not fit' ELSE 'may not fit' END AS fit,
    source.teller,
    source.teller_id,
    compared.source_words AS naming,
    source.belongs_to,
    CASE WHEN compared.is_naming THEN source.attribution_id END AS naming_id,
    CASE WHEN compared.is_belonging AND source.affiliation IS NOT NULL THEN source.attribution_id END AS belonging_id,
    CASE WHEN compared.is_belonging AND source.affiliation IS NULL THEN source.attribution_id END AS actor_id,
    dated.date_ids,
    compared.citation_ids,
    compared.naming_ids,
    compared.belonging_ids,
    compared.reports,
    CASE
        WHEN compared.is_open THEN 'the article does not date the report that it cites, and another one may be meant'
        WHEN NOT compared.is_sure THEN 'the one body may be a part of the other'
    END AS doubt,
    alike.more,
    alike.more_ids
FROM cited_sources AS source
JOIN attributions AS teller ON teller.attribution_id = source.teller_id
LEFT JOIN compared ON compared.attribution_id = source.attribution_id
LEFT JOIN event_days AS dated ON dated.event_id = teller.event_id AND compared.is_sure
LEFT JOIN alike ON alike.attribution_id = source.attribution_id
LEFT JOIN unreported ON unreported.attribution_id = source.attribution_id
WHERE alike.place = 1 OR compared.is_unknown OR unreported.attribution_id IS NOT NULL
