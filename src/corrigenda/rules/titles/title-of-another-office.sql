-- A person is called by an office that somebody else holds, while known to hold another one.
--
-- Why it happens: The office of a colleague, or the one that the person was moved from or to, slipped in from memory.
--
-- What is judged: Both offices are of one state, one person holds each, and neither is a part of the other. The
-- reference knows the person in the other office on all days that the title can mean, which are a month at most, and
-- never in the one that is printed; somebody else held that one on some of these days, or until the day before. One
-- person can hold two offices for some time, and the reference may lack that, so this is only possible. It is not
-- reported where the person is known in two such offices already, where somebody is known to have held these two
-- together, where the title is printed as acting, or without the name. If the list of holders is complete, the rule on
-- terms reports it; two titles for one person in one article are a rule of their own.
--
-- To settle: Look up which office the person held on that day.
--
-- since: 0.3.0
-- severity: error
-- subject: article
-- judges: titles by mention_id
-- places: mentions.title_printed basis, dates[date_ids].edtf basis, dates[writing_ids].edtf basis,
--   articles[published_id].published basis, tenures[own_id].start basis, tenures[own_id].end basis,
--   tenures[holder_ids].actor_id context
-- message: {actor} is called {office}[ in an event dated {stated}]; the reference knows this person as {other}
--   ({term}), and {holders} as {office}; one person may have held both
-- repair: mentions.office_id = {other_id}: the reference knows this person as {other}
-- repair: mentions.actor_id: the title is that of {holders}
WITH together AS (
    -- The input that forced this: a prime minister who is also the first lord of the treasury.
    SELECT DISTINCT term.office_id, same.office_id AS other_id
    FROM tenure_days AS term
    JOIN tenure_days AS same
        ON same.actor_id = term.actor_id
        AND same.office_id <> term.office_id
        AND same.start_first <= term.end_last
        AND same.end_last >= term.start_first
),
settled AS (
    SELECT reading.*, office.state
    FROM title_readings AS reading
    JOIN offices AS office ON office.office_id = reading.office_id AND office.holders = 'one'
    JOIN mentions AS mention
        ON mention.mention_id = reading.mention_id
        AND mention.form = 'name'
        AND coalesce(mention.title_marker, '') <> 'acting'
    WHERE reading.last_day - reading.first_day BETWEEN 0 AND 31
        AND NOT EXISTS (
            SELECT 1 FROM office_terms AS held
            WHERE held.office_id = reading.office_id AND held.actor_id = reading.actor_id
        )
        AND NOT EXISTS (
            SELECT 1 FROM title_contrasts AS contrast
            WHERE contrast.sort = 'office' AND reading.mention_id IN (contrast.first_id, contrast.second_id)
        )
),
own AS (
    SELECT
        settled.mention_id,
        settled.reading,
        min(other.office_id) AS other_id,
        min(term.tenure_id) AS own_id
    FROM settled
    JOIN tenure_days AS term
        ON term.actor_id = settled.actor_id
        AND term.start_last <= settled.first_day
        AND term.end_first >= settled.last_day
    JOIN tenures AS listed ON listed.tenure_id = term.tenure_id AND NOT coalesce(listed.acting, FALSE)
    JOIN offices AS other
        ON other.office_id = term.office_id AND other.holders = 'one' AND other.state = settled.state
    LEFT JOIN together ON together.office_id = settled.office_id AND together.other_id = other.office_id
    LEFT JOIN office_scope AS wider
        ON (wider.office_id = other.office_id AND wider.counts_id = settled.office_id)
        OR (wider.office_id = settled.office_id AND wider.counts_id = other.office_id)
    GROUP BY settled.mention_id, settled.reading
    HAVING count(DISTINCT other.office_id) = 1 AND count(together.other_id) = 0 AND count(wider.office_id) = 0
),
held AS (
    SELECT
        settled.mention_id,
        settled.reading,
        array_agg(DISTINCT term.tenure_id) AS holder_ids,
        string_agg(DISTINCT holder.label, ' and ') AS holders
    FROM settled
    JOIN office_terms AS term
        ON term.office_id = settled.office_id
        AND term.start_last <= settled.last_day
        AND term.end_first + 1 >= settled.first_day
    JOIN actors AS holder ON holder.actor_id = term.actor_id
    GROUP BY settled.mention_id, settled.reading
)
SELECT
    settled.mention_id,
    'possible' AS verdict,
    NULL AS reason,
    actor.label AS actor,
    office.label AS office,
    other.label AS other,
    own.other_id,
    own.own_id,
    term.term,
    held.holder_ids,
    held.holders,
    settled.stated,
    settled.date_ids,
    settled.writing_ids,
    settled.published_id
FROM settled
JOIN own ON own.mention_id = settled.mention_id AND own.reading = settled.reading
JOIN held ON held.mention_id = settled.mention_id AND held.reading = settled.reading
JOIN actors AS actor ON actor.actor_id = settled.actor_id
JOIN offices AS office ON office.office_id = settled.office_id
JOIN offices AS other ON other.office_id = own.other_id
JOIN term_words AS term ON term.tenure_id = own.own_id
LEFT JOIN period_verdicts AS clash
    ON clash.judged = 'term' AND clash.judged_id = settled.mention_id AND clash.verdict <> 'undecided'
WHERE clash.judged_id IS NULL
    -- Of the event and of the writing, the event is named.
    AND NOT EXISTS (
        SELECT 1 FROM own AS earlier
        WHERE earlier.mention_id = settled.mention_id AND earlier.reading < settled.reading
    )
