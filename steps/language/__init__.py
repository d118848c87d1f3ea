"""How a sentence is written, found, read and checked: expressions, tables, comparisons, what an author probably meant."""
