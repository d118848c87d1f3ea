"""Journals, balances, dimensions, other legal entities."""
