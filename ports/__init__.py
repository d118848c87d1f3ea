"""What a story may ask of a system: one Protocol each, few verbs, nouns in and out."""
