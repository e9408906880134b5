-- Every mention by known names or titles all of which are bounded in time (one without bounds that is the same always
-- fits), with the days between which it was possibly (may_) and surely in use (sure_), and the names that show it.
-- grain: judged, mention_id
SELECT
    judged,
    mention_id,
    min(from_id) AS from_id,
    min(to_id) AS to_id,
    min(superseded_id) AS superseded_id,
    min(may_first) AS may_first,
    max(may_last) AS may_last,
    min(sure_first) AS sure_first,
    max(sure_last) AS sure_last
FROM name_uses
GROUP BY judged, mention_id
HAVING bool_and(is_bounded)
