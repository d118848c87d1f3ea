"""The nouns: frozen, dated, numbered. Arithmetic and self-checks, no behavior beyond."""
