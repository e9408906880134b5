-- Who took part in each milestone, or is credited with it by its kind (the one who is appointed): the actor itself, and
-- the state of a person or body that did, so that "the first British composer" is compared with every British one, and
-- each class of people to which one of them belongs.
-- grain: milestone_id, participant_id, for_id
WITH parties AS (
    SELECT
        took_part.milestone_id,
        took_part.participant_id,
        took_part.actor_id,
        (took_part.part = 'object') = (coalesce(kind.credited, 'agent') = 'object') AS is_credited
    FROM participants AS took_part
    JOIN milestones AS milestone ON milestone.milestone_id = took_part.milestone_id
    JOIN kinds AS kind ON kind.kind_id = milestone.kind_id
    WHERE took_part.part IN ('agent', 'counterpart') OR (took_part.part = 'object' AND kind.credited = 'object')
)
SELECT
    party.milestone_id,
    party.participant_id,
    actor.actor_id AS for_id,
    coalesce(actor.state, actor.actor_id) AS state_id
FROM parties AS party
JOIN actors AS actor ON actor.actor_id = party.actor_id
UNION
-- One row for a state however many of its people took part, and none where the state itself is listed.
SELECT
    party.milestone_id,
    min(party.participant_id) AS participant_id,
    citizen.state AS for_id,
    citizen.state AS state_id
FROM parties AS party
JOIN actors AS citizen
    ON citizen.actor_id = party.actor_id
    AND citizen.kind IN ('body', 'person')
    AND citizen.state IS NOT NULL
WHERE NOT EXISTS (
    SELECT 1 FROM parties AS own WHERE own.milestone_id = party.milestone_id AND own.actor_id = citizen.state
)
GROUP BY party.milestone_id, citizen.state
UNION
-- One row for a class of people as well: of those who are credited with the act, not of those who appoint.
SELECT
    party.milestone_id,
    min(party.participant_id) AS participant_id,
    member.class_id AS for_id,
    min(coalesce(person.state, person.actor_id)) AS state_id
FROM parties AS party
JOIN class_members AS member ON member.actor_id = party.actor_id
JOIN actors AS person ON person.actor_id = party.actor_id
WHERE party.is_credited
GROUP BY party.milestone_id, member.class_id
