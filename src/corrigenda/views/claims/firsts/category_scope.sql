-- For every category the wider ones, two steps up; steps 0 is the category itself.
-- grain: category_id, wider_id, steps
SELECT category_id, category_id AS wider_id, 0 AS steps FROM categories
UNION ALL
SELECT category_id, broader AS wider_id, 1 AS steps FROM categories WHERE broader IS NOT NULL
UNION ALL
SELECT category.category_id, broader.broader AS wider_id, 2 AS steps
FROM categories AS category
JOIN categories AS broader ON broader.category_id = category.broader
WHERE broader.broader IS NOT NULL
