-- Each source that an article gives for a publisher that it cites, against each report of that publisher that may be
-- meant: how the two fit. naming: one has somebody named or a document, the other people who are not named.
-- affiliation: they belong to bodies of two states. part: the one body may be a part of the other. unknown: the
-- reference does not say to whom the source of the report belongs.
-- grain: attribution_id, citation_id
WITH namings AS (
    SELECT naming, is_open, words
    FROM (
        VALUES
            ('named', TRUE, 'somebody named'),
            ('document', TRUE, 'a document'),
            ('anonymous', FALSE, 'people who are not named'),
            ('group', FALSE, 'a group'),
            ('none', FALSE, 'nobody')
    ) AS listed (naming, is_open, words)
)
SELECT
    source.attribution_id,
    report.citation_id,
    report.is_sure,
    coalesce(source.named, said.words) AS source_words,
    concat(
        report.told, ': ', known.words,
        CASE WHEN home.label IS NOT NULL THEN concat(' of ', home.label) END
    ) AS report_words,
    CASE
        WHEN said.is_open <> known.is_open AND report.naming <> 'none' THEN 'naming'
        WHEN source_home.actor_id IS NULL THEN 'fits'
        WHEN home.actor_id IS NULL THEN 'unknown'
        WHEN home.actor_id IN (source.actor_id, source.affiliation) THEN 'fits'
        WHEN source_home.actor_id = home.state OR home.actor_id = source_home.state THEN 'fits'
        WHEN source_home.state <> home.state THEN 'affiliation'
        ELSE 'part'
    END AS fit
FROM cited_sources AS source
JOIN cited_reports AS report ON report.attribution_id = source.teller_id
JOIN namings AS said ON said.naming = source.naming
JOIN namings AS known ON known.naming = report.naming
LEFT JOIN actors AS source_home ON source_home.actor_id = coalesce(source.affiliation, source.actor_id)
LEFT JOIN actors AS home ON home.actor_id = report.affiliation
