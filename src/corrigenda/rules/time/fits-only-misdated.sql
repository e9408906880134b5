-- A title or a name fits only as long as a date that clashes elsewhere stays as printed.
--
-- Why it happens: Two slips can hide each other: a wrong year makes a title fit that would not fit the right one.
-- Once the year is corrected, the second clash appears.
--
-- What is judged: The rule names the days that the preferred repair of the date leaves, and the nearest end of the
-- known term or use. It also names what these rest on; some of it may be only an assumption.
--
-- To settle: Correct the date first. Then look at this title or name again.
--
-- since: 0.1.0
-- severity: warning
-- subject: article
-- judges: bounded_mentions by mention_id
-- places: mentions.name_printed basis, dates[date_ids].edtf basis, mentions[mention_ids].name_printed context,
--   tenures[tenure_ids].start context, tenures[tenure_ids].end context, relations[relation_ids].relation context
-- message: {told} fits only with {mended} as printed; once it is mended[ to {instead}],
--   {left_over}; this rests on {depends}
SELECT answer.*, 'possible' AS verdict, NULL AS reason
FROM misdated AS answer
