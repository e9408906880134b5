-- For every category the wider ones, two steps up; steps 0 is the category itself.
SELECT category_id, category_id AS wider_id, 0 AS steps FROM categories
UNION ALL
SELECT category_id, broader AS wider_id, 1 AS steps FROM categories WHERE broader IS NOT NULL
UNION ALL
SELECT category.category_id, other_category.broader AS wider_id, 2 AS steps
FROM categories AS category
JOIN categories AS other_category ON other_category.category_id = category.broader
WHERE other_category.broader IS NOT NULL
