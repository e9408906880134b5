-- For every category the wider ones, two steps up; steps 0 is the category itself.
SELECT category_id, category_id AS wider_id, 0 AS steps FROM categories
UNION ALL
SELECT category_id, broader AS wider_id, 1 AS steps FROM categories WHERE broader IS NOT NULL
UNION ALL
SELECT c.category_id, b.broader AS wider_id, 2 AS steps
FROM categories AS c
JOIN categories AS b ON b.category_id = c.broader
WHERE b.broader IS NOT NULL
