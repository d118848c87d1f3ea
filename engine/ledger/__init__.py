"""Entries from documents, periods and their closes, currencies, groups of entities."""
