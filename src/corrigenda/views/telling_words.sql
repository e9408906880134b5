-- Words of titles that make another office when they are added or left out (rank), and words that news uses for
-- the head of anything (head).
SELECT word, tells
FROM (
    VALUES
        ('deputy', 'rank'), ('vice', 'rank'), ('assistant', 'rank'), ('under', 'rank'), ('undersecretary', 'rank'), ('associate', 'rank'),
        ('prime', 'rank'), ('parliamentary', 'rank'), ('shadow', 'rank'), ('junior', 'rank'), ('honorary', 'rank'), ('press', 'rank'),
        ('chief', 'head'), ('head', 'head'), ('leader', 'head'), ('boss', 'head')
) AS telling (word, tells)
