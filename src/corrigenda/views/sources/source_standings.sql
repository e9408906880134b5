-- How every source stands for what it says: as the row has it, but a body that is called by its name ("the police of
-- Norway") is somebody named, and so is a body for which a spokesperson without a name speaks ("a government
-- spokesman").
-- grain: attribution_id
SELECT
    source.attribution_id,
    CASE
        WHEN source.naming = 'group' AND actor.kind = 'body' THEN 'named'
        WHEN source.naming = 'anonymous' AND source.affiliation IS NOT NULL AND EXISTS (
            SELECT 1 FROM title_words AS voice
            LEFT JOIN title_words AS form ON form.tells = 'form' AND form.stands_for = voice.word
            WHERE voice.tells = 'voice'
                AND (
                    concat(' ', lower(source.described), ' ') LIKE concat('% ', voice.word, ' %')
                    OR concat(' ', lower(source.described), ' ') LIKE concat('% ', form.word, ' %')
                )
        ) THEN 'named'
        ELSE source.naming
    END AS naming
FROM attributions AS source
LEFT JOIN actors AS actor ON actor.actor_id = source.actor_id
