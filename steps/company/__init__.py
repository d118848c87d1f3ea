"""Who the story is about: the company, its entities, products, customers, calendar and books."""
