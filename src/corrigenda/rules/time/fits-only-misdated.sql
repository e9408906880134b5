-- A title or a name fits only as long as a date that clashes elsewhere stays as printed.
--
-- Why it happens: two slips can hide one another: a wrong year makes a title fit that would not fit the right
-- one. When the year is mended alone, the second clash comes to light.
--
-- The days named are those that the preferred repair of the date leaves, beside the nearest end of the known term or
-- use. What they rest on is named, and some of it may only be taken for granted.
--
-- To settle: settle the date first; then look at this title or name again.
--
-- severity: warning
-- subject: article
-- judges: timed_mentions by mention_id
-- places: mentions.name_printed basis, dates[date_ids].edtf basis, mentions[mention_ids].name_printed context,
--   tenures[tenure_ids].start context, tenures[tenure_ids].end context, relations[relation_ids].relation context
-- message: {told} fits only with {mended} as printed; once it is mended[ to {instead}],
--   {left_over}; this rests on {depends}
-- repairs: corrections
SELECT m.*, 'possible' AS verdict, NULL AS reason
FROM misdated AS m
