"""What was seen, written down and sealed, and what is read back from it."""
