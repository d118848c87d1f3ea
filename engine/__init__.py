"""The reference quote-to-cash engine: pure functions over a book of dated documents, standard library only."""
